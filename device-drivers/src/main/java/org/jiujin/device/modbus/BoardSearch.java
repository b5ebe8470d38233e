package org.jiujin.device.modbus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jiujin.device.DeviceDriver;
import org.jiujin.device.line.Link;
import org.jiujin.device.line.Places;
import org.jiujin.device.line.SpeedSearch;

/// Looks for IO boards at unit 1: what answers when its first contact is read is one, even by saying that it has no contact.
/// Nothing is written, and the question holds no byte that feeds paper, should the line be a printer's.
final class BoardSearch {
  /// What most boards are delivered with, then the standard's own (MODBUS over Serial Line V1.02, section 3.3), then the rest.
  private static final List<Integer> SPEEDS = List.of(9_600, 19_200, 115_200, 38_400, 57_600);

  private static final Duration ANSWER_LIMIT = Duration.ofMillis(300);
  private static final Duration LIMIT_EACH = Duration.ofSeconds(7);
  private static final int USUAL_UNIT = 1;
  private static final Run FIRST_CONTACT = new Run(Area.DISCRETE, 0, 1);

  private final Supplier<Framing> framing;
  private final String model;

  private BoardSearch(Supplier<Framing> framing, String model) {
    this.framing = framing;
    this.model = model;
  }

  static BoardSearch rtu() {
    return new BoardSearch(() -> new RtuFraming(USUAL_UNIT), "Modbus RTU board, unit 1");
  }

  static BoardSearch tcp() {
    return new BoardSearch(() -> new TcpFraming(USUAL_UNIT), "Modbus TCP board, unit 1");
  }

  /// Asks one place after the other.
  ///
  /// @param limit for all places together
  List<DeviceDriver.Found> on(List<String> places, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    var found = new ArrayList<DeviceDriver.Found>();
    for (var place : places) {
      if (System.nanoTime() < deadline) {
        board(place).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<DeviceDriver.Found> board(String place) {
    return new SpeedSearch(place, LIMIT_EACH)
        .first(SPEEDS, this::ask)
        .map(heard ->
            new DeviceDriver.Found(
                place,
                model,
                Places.serial(place) ? Map.of("baud", heard.baud()) : Map.of(),
                false));
  }

  private Optional<Answer> ask(Link link, Link.State.Up up) {
    var answer =
        new Exchange(framing.get(), ANSWER_LIMIT).ask(link, up, Question.read(FIRST_CONTACT));
    return switch (answer) {
      case Answer.Said _, Answer.Excepted _ -> Optional.of(answer);
      case Answer.Silent _, Answer.Garbled _, Answer.Lost _ -> Optional.empty();
    };
  }
}
