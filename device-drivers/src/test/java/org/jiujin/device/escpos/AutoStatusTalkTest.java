package org.jiujin.device.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.Queue;
import org.jiujin.device.Fault;
import org.jiujin.device.line.Line;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoStatusTalkTest {
  private final ScriptedLine line = new ScriptedLine();
  private final AutoStatusTalk talk = new AutoStatusTalk(line);

  @ParameterizedTest
  @CsvSource({
    "10000000, ",
    "14000000, ",
    "38000000, COVER_OPEN",
    "18000F00, PAPER_END",
    "18080000, CUTTER_STUCK",
    "18200000, DEVICE_FAILED",
    "18400000, HEAD_HOT",
    "18040000, DEVICE_FAILED",
    "18000000, OFF_LINE"
  })
  void findsTheObstacleInAReport(String report, Fault.@Nullable Code code) {
    line.say(report);
    var state = assertInstanceOf(StatusTalk.Inquiry.Known.class, talk.inquire(false)).state();
    assertEquals(code, state.obstacle().map(Fault::code).orElse(null));
  }

  @Test
  void warnsOfTheNearEnd() {
    line.say("10000300");
    var state = assertInstanceOf(StatusTalk.Inquiry.Known.class, talk.inquire(false)).state();
    assertEquals(Fault.Code.PAPER_NEAR_END, state.warning().orElseThrow().code());
  }

  @Test
  void takesWhatWasSaidLastWhileThePrinterIsStopped() {
    line.say("38000000");
    talk.inquire(false);
    int questions = line.questions;
    for (int look = 0; look < 5; look++) {
      assertEquals(
          Fault.Code.COVER_OPEN, talk.inquire(false).obstacle().map(Fault::code).orElseThrow());
    }
    assertEquals(questions, line.questions, "its buffer would fill up");
    line.sayUnasked("10000000");
    line.say("10000000");
    assertTrue(talk.inquire(false).obstacle().isEmpty());
  }

  @Test
  void callsAPrinterSilentThatWasWellAndAnswersNoMore() {
    line.say("10000000");
    talk.inquire(false);
    assertEquals(
        Fault.Code.NO_ANSWER, talk.inquire(false).obstacle().map(Fault::code).orElseThrow());
  }

  @Test
  void takesOneByteByItselfForAReplyInOrder() {
    line.sayUnasked("00");
    assertTrue(talk.saidInOrder(Duration.ZERO));
  }

  @Test
  void takesTheRestOfAReportForNoReply() {
    line.sayUnasked("000300"); // a report whose first byte was lost
    assertFalse(talk.saidInOrder(Duration.ZERO));
  }

  @Test
  void understandsReportsThatComeInPieces() {
    line.sayUnasked("18");
    line.sayUnasked("00");
    line.sayUnasked("0F");
    line.sayUnasked("00");
    assertEquals(Fault.Code.PAPER_END, talk.obstacle().map(Fault::code).orElseThrow());
  }

  /// Answers each question with the next piece, and says others by itself.
  private static final class ScriptedLine implements Line {
    private final Queue<byte[]> answers = new ArrayDeque<>();
    private final Queue<byte[]> there = new ArrayDeque<>();
    private int questions;

    void say(String hex) {
      answers.add(HexFormat.of().parseHex(hex));
    }

    void sayUnasked(String hex) {
      there.add(HexFormat.of().parseHex(hex));
    }

    @Override
    public byte[] read(Duration limit) {
      var piece = there.poll();
      return piece == null ? new byte[0] : piece;
    }

    @Override
    public boolean write(byte[] bytes) {
      questions++;
      var answer = answers.poll();
      if (answer != null) {
        there.add(answer);
      }
      return true;
    }

    @Override
    public boolean lost() {
      return false;
    }

    @Override
    public void close() {
      there.clear();
    }
  }
}
