package org.jiujin.device.pcsc;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jiujin.device.soak.Station.Trouble;
import org.jiujin.device.virtual.card.SlotMisbehaviour;

/// What can happen to a reader behind a PC/SC service, whatever its cards are.
final class SlotTroubles {
  /// Longer than a whole card takes with this slowness; what lasts longer hangs.
  static final Duration PATIENCE = Duration.ofSeconds(1);

  static final Duration SLOWNESS = Duration.ofMillis(50);

  private SlotTroubles() {}

  static List<Trouble> of(FakeService service) {
    var misbehaviours =
        Stream.of(SlotMisbehaviour.values())
            .filter(how -> how != SlotMisbehaviour.NONE)
            .map(how ->
                new Trouble(
                    how.name(),
                    () -> service.misbehave(how),
                    () -> service.misbehave(SlotMisbehaviour.NONE)));
    return Stream.concat(
            Stream.of(
                new Trouble("cable", () -> service.plug(false), () -> service.plug(true)),
                new Trouble("service", () -> service.run(false), () -> service.run(true)),
                new Trouble("card pulled early", () -> service.pullAfter(3), () -> {})),
            misbehaviours)
        .toList();
  }
}
