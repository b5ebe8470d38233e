package org.jiujin.kiosk.screen.home;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.TerminalPort.Availability;
import org.jiujin.kiosk.screen.TerminalPort.Condition;
import org.junit.jupiter.api.Test;

class HomeModelTest {
  private final HomeModel model =
      new HomeModel(new State.Home(), _ -> {}, List.of(), Availability.ALL);

  @Test
  void nothingStandsInTheWayWhileAllWorks() {
    assertEquals(Optional.empty(), model.obstacleKey());
    assertEquals(Optional.empty(), model.noticeKey());
  }

  @Test
  void tellsWhetherWaitingHelps() {
    model.devices(new Availability(Condition.RECOVERING, Condition.READY));
    assertEquals(Optional.of("home.reader.recovering"), model.obstacleKey());
    model.devices(new Availability(Condition.AWAY, Condition.READY));
    assertEquals(Optional.of("home.reader.away"), model.obstacleKey());
  }

  @Test
  void aMissingPrinterStopsNobody() {
    model.devices(new Availability(Condition.READY, Condition.AWAY));
    assertEquals(Optional.empty(), model.obstacleKey());
    assertEquals(Optional.of("home.printer.away"), model.noticeKey());
  }
}
