package org.jiujin.device.sam;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiujin.device.DeviceDriver;
import org.jiujin.device.line.Link;
import org.jiujin.device.line.SpeedSearch;

/// Looks for readers on serial ports: the one that answers a status question with a right frame is one.
final class SamSearch {
  private static final Duration LIMIT_EACH = Duration.ofSeconds(5);

  private SamSearch() {}

  /// Asks one port after the other.
  ///
  /// @param limit for all ports together
  static List<DeviceDriver.Found> on(List<String> ports, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    var found = new ArrayList<DeviceDriver.Found>();
    for (var port : ports) {
      if (System.nanoTime() >= deadline) {
        break;
      }
      model(port).ifPresent(model -> found.add(new DeviceDriver.Found(port, model)));
    }
    return found;
  }

  private static Optional<String> model(String port) {
    return new SpeedSearch(port, LIMIT_EACH)
        .first(List.of(SamSpeed.FASTEST), SamSearch::ask)
        .map(SpeedSearch.Heard::what);
  }

  private static Optional<String> ask(Link link, Link.State.Up up) {
    return switch (SamExchange.ask(link, up, SamCommand.SAM_ID)) {
      case SamAnswer.Answered(var frame) when frame.word() == SamWord.OK ->
          Optional.of(
              "SAM " + SamId.print(frame.data(0, frame.dataBytes())).orElse("without a number"));
      case SamAnswer.Answered _ -> Optional.of("SAM");
      case SamAnswer.Silent _, SamAnswer.Garbled _, SamAnswer.Lost _ -> Optional.empty();
    };
  }
}
