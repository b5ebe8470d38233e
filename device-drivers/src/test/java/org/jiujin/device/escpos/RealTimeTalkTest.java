package org.jiujin.device.escpos;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jiujin.device.line.Line;
import org.junit.jupiter.api.Test;

class RealTimeTalkTest {
  private static final byte REAL_TIME = 0x12;
  private static final byte IN_ORDER = 0x00;

  @Test
  void keepsAReplyInOrderThatComesInOnePieceWithAnotherReply() {
    var line = new ScriptedLine();
    line.answer(REAL_TIME, IN_ORDER);
    line.answer(REAL_TIME);
    line.answer(REAL_TIME);
    line.answer(REAL_TIME);
    var talk = new RealTimeTalk(line);

    assertInstanceOf(StatusTalk.Inquiry.Known.class, talk.inquire(false));

    assertTrue(talk.saidInOrder(Duration.ZERO));
  }

  /// Answers each question with the next piece.
  private static final class ScriptedLine implements Line {
    private final Queue<byte[]> pieces = new ArrayDeque<>();
    private boolean asked;

    void answer(byte... piece) {
      pieces.add(piece);
    }

    @Override
    public byte[] read(Duration limit) {
      if (!asked) {
        return new byte[0];
      }
      asked = false;
      byte[] piece = pieces.poll();
      return piece == null ? new byte[0] : piece;
    }

    @Override
    public boolean write(byte[] bytes) {
      asked = true;
      return true;
    }

    @Override
    public boolean lost() {
      return false;
    }

    @Override
    public void close() {
      pieces.clear();
    }
  }
}
