package org.jiujin.device.modbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jiujin.device.line.LinePort;
import org.jiujin.device.line.Link;
import org.jiujin.device.virtual.BoardMisbehaviour;
import org.jiujin.device.virtual.MemoryPort;
import org.jiujin.device.virtual.VirtualCabinet;
import org.junit.jupiter.api.Test;

class ExchangeTest {
  private static final Question TEMPERATURE = Question.read(new Run(Area.INPUT, 0, 1));
  private static final Question OTHER = Question.read(new Run(Area.INPUT, 5, 1));

  /// The board answers 50 milliseconds too late, when the next question is already on its way. On a bus both answers look alike.
  @Test
  void neverTakesALateAnswerForTheNextOne() {
    var port = new MemoryPort();
    try (var board = VirtualCabinet.rtu(port)) {
      board.plug();
      board.misbehave(BoardMisbehaviour.LATE);
      var line = assertInstanceOf(LinePort.Opening.Opened.class, port.open()).line();
      var link = new Link(port, InstantSource.system());
      var up = new Link.State.Up(line, false);
      var exchange = new Exchange(new RtuFraming(1), Duration.ofMillis(400));
      assertEquals(new Answer.Silent(), exchange.ask(link, up, TEMPERATURE));
      assertEquals(new Answer.Silent(), exchange.ask(link, up, OTHER), "not the temperature");
      board.misbehave(BoardMisbehaviour.NONE);
      assertEquals(
          new Answer.Said(Map.of(new Cell(Area.INPUT, 5), 0)), exchange.ask(link, up, OTHER));
    }
  }
}
