package org.jiujin.device.escpos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiujin.device.DeviceDriver;
import org.jiujin.device.line.Places;
import org.jiujin.device.line.SpeedSearch;

/// Looks for receipt printers: what answers the four real-time questions in their form is one. Nothing is printed; what a
/// wrong speed makes of a question is cleared by the first receipt's `ESC @`.
final class EscPosSearch {
  /// The likeliest first: what printers are delivered with, then what people set.
  private static final List<Integer> SPEEDS = List.of(115_200, 9_600, 38_400, 19_200, 57_600);

  private static final Duration LIMIT_EACH = Duration.ofSeconds(7);

  private EscPosSearch() {}

  /// Asks one place after the other.
  ///
  /// @param limit for all places together
  static List<DeviceDriver.Found> on(List<String> places, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    var found = new ArrayList<DeviceDriver.Found>();
    for (var place : Places.printers(places)) {
      if (System.nanoTime() < deadline) {
        printer(place).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<DeviceDriver.Found> printer(String place) {
    return new SpeedSearch(place, LIMIT_EACH)
        .first(
            SPEEDS,
            (link, up) ->
                new RealTimeTalk(up.line()).inquire(true) instanceof StatusTalk.Inquiry.Known known
                    ? Optional.of(known)
                    : Optional.empty())
        .map(heard ->
            new DeviceDriver.Found(
                place,
                "ESC/POS printer",
                Places.serial(place) ? Map.of("baud", heard.baud()) : Map.of(),
                false));
  }
}
