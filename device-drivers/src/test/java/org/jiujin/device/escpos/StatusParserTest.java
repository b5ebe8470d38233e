package org.jiujin.device.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jiujin.device.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusParserTest {
  @ParameterizedTest
  @CsvSource({
    "12, 12, 12, 12, ",
    "1A, 16, 12, 12, COVER_OPEN",
    "1A, 32, 12, 72, PAPER_END",
    "1A, 12, 12, 7E, PAPER_END",
    "1A, 52, 1A, 12, CUTTER_STUCK",
    "1A, 52, 32, 12, DEVICE_FAILED",
    "1A, 52, 52, 12, HEAD_HOT",
    "1A, 52, 12, 12, DEVICE_FAILED",
    "1A, 12, 12, 12, OFF_LINE",
    "16, 12, 12, 12, "
  })
  void findsTheObstacle(String n1, String n2, String n3, String n4, Fault.@Nullable Code code) {
    assertEquals(code, state(n1, n2, n3, n4).obstacle().map(Fault::code).orElse(null));
  }

  @Test
  void warnsOfTheNearEnd() {
    assertEquals(
        Fault.Code.PAPER_NEAR_END, state("12", "12", "12", "1E").warning().orElseThrow().code());
  }

  @Test
  void tellsRealTimeRepliesFromAutomaticStatus() {
    assertEquals(
        List.of(
            new StatusParser.Reply.AutoStatus(state("12", "12", "12", "1E")),
            new StatusParser.Reply.RealTime(0x12),
            new StatusParser.Reply.InOrder()),
        parse("10000300" + "12" + "0F"));
  }

  @Test
  void takesAnAutomaticStatusOnlyWhole() {
    var status = HexFormat.of().parseHex("18000C00");
    for (int cut = 0; cut < status.length; cut++) {
      assertEquals(List.of(), new StatusParser().push(Arrays.copyOf(status, cut)), "cut " + cut);
    }
    assertEquals(1, new StatusParser().push(status).size());
  }

  @Test
  void dropsWhatNoPrinterSays() {
    assertEquals(List.of(), parse("FF80929190"));
  }

  private static List<StatusParser.Reply> parse(String hex) {
    return new StatusParser().push(HexFormat.of().parseHex(hex));
  }

  private static PrinterState state(String n1, String n2, String n3, String n4) {
    return new PrinterState(
        HexFormat.fromHexDigits(n1),
        HexFormat.fromHexDigits(n2),
        HexFormat.fromHexDigits(n3),
        HexFormat.fromHexDigits(n4));
  }
}
