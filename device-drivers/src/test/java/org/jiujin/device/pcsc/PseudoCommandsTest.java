package org.jiujin.device.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Arrays;
import org.jiujin.device.Vectors;
import org.jiujin.device.iso7816.CardChannel;
import org.jiujin.device.iso7816.CardSession;
import org.jiujin.device.iso7816.ExchangeException;
import org.junit.jupiter.api.Test;

class PseudoCommandsTest {
  /// Lengths, text and photo of the golden frame, which the pseudo commands hand over alike.
  private static final byte[] ALL =
      Arrays.copyOfRange(Vectors.frame("sam-3001-citizen"), 10, 10 + 4 + 256 + 1024);

  @Test
  void readsTheGoldenCard() {
    var card =
        assertInstanceOf(PseudoCommands.Reading.Card.class, PseudoCommands.parse(ALL)).card();
    assertEquals("测试", card.name());
    assertEquals("620100199001010000", card.number());
    assertEquals(1024, card.photo().sizeBytes());
  }

  @Test
  void readsItHoweverThePiecesAreCut() throws ExchangeException {
    assertInstanceOf(PseudoCommands.Reading.Card.class, read(256, 256, 256, 256, 256, 4));
    assertInstanceOf(PseudoCommands.Reading.Card.class, read(260, 252, 256, 256, 256, 4));
  }

  @Test
  void refusesEveryShorterBlock() {
    for (int size = 0; size < ALL.length; size++) {
      assertInstanceOf(
          PseudoCommands.Reading.Unreadable.class, PseudoCommands.parse(Arrays.copyOf(ALL, size)));
    }
  }

  @Test
  void refusesACardThatEndsEarly() throws ExchangeException {
    assertInstanceOf(PseudoCommands.Reading.Unreadable.class, read(256, 256, 0, 0, 0, 0));
  }

  private static PseudoCommands.Reading read(int... sizes) throws ExchangeException {
    CardChannel card =
        command -> {
          int piece = command.encoded()[2];
          int from = Arrays.stream(sizes).limit(piece).sum();
          var answer = Arrays.copyOfRange(ALL, from, from + sizes[piece] + 2);
          answer[sizes[piece]] = (byte) 0x90;
          answer[sizes[piece] + 1] = 0;
          return answer;
        };
    return new PseudoCommands(new CardSession(card, () -> false)).read();
  }
}
