package org.jiujin.device.sam;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.jiujin.device.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamFrameTest {
  @Test
  void writesEveryCommandAsTheVectorsDo() {
    var expected =
        Map.of(
            SamCommand.STATUS, "cmd.status",
            SamCommand.SAM_ID, "cmd.sam-id",
            SamCommand.FIND, "cmd.find",
            SamCommand.SELECT, "cmd.select",
            SamCommand.READ_TEXT_AND_PHOTO, "cmd.read-text-photo",
            SamCommand.READ_WITH_FINGERPRINTS, "cmd.read-text-photo-fingerprint",
            SamCommand.READ_NEWEST_ADDRESS, "cmd.read-new-address",
            SamCommand.SPEED_115200, "cmd.baud-115200");
    assertEquals(SamCommand.values().length, expected.size());
    expected.forEach(
        (command, name) -> assertArrayEquals(Vectors.shortFrame(name), command.frame(), name));
  }

  @ParameterizedTest
  @CsvSource({
    "rsp.find-ok, CARD_FOUND",
    "rsp.find-no-card, FIND_FAILED",
    "rsp.select-ok, OK",
    "rsp.select-failed, SELECT_FAILED",
    "rsp.read-failed, READ_FAILED",
    "rsp.status-ok, OK",
    "rsp.no-such-item, NO_CONTENT",
    "rsp.sam-id, OK",
    "rsp.sw-10-checksum-error, CHECKSUM_ERROR",
    "rsp.sw-11-length-error, LENGTH_ERROR",
    "rsp.sw-21-command-error, COMMAND_ERROR",
    "rsp.sw-23-no-permission, NO_PERMISSION",
    "rsp.sw-24-unknown-error, UNKNOWN_ERROR",
    "rsp.sw-31-card-failed-to-authenticate-sam, CARD_REJECTS_SAM",
    "rsp.sw-32-sam-failed-to-authenticate-card, SAM_REJECTS_CARD",
    "rsp.sw-33-information-verification-error, INFORMATION_NOT_VERIFIED",
    "rsp.sw-40-unrecognised-card-type, CARD_TYPE_UNKNOWN",
    "rsp.sw-47-get-random-failed, RANDOM_FAILED",
    "rsp.sw-60-sam-self-test-failed, SELF_TEST_FAILED",
    "rsp.sw-66-sam-not-authorised, SAM_NOT_AUTHORISED"
  })
  void understandsEveryShortAnswer(String name, SamWord word) {
    assertEquals(word, complete(Vectors.shortFrame(name)).word());
  }

  @Test
  void knowsEveryShortAnswerOfTheVectors() {
    Vectors.shortFrames().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("rsp."))
        .forEach(entry -> assertFalse(complete(entry.getValue()).word() == SamWord.UNLISTED));
  }

  @Test
  void printsTheSamId() {
    var frame = complete(Vectors.shortFrame("rsp.sam-id"));
    assertEquals(
        "05.02-20200101-0001234567-0007654321",
        SamId.print(frame.data(0, frame.dataBytes())).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sam-3001-citizen",
        "sam-3001-citizen-longterm",
        "sam-3001-hmt-J",
        "sam-3001-foreigner-I",
        "sam-3001-foreigner-Y",
        "sam-3003-new-address",
        "sam-3010-citizen-nofp",
        "sam-3010-citizen-fp"
      })
  void completesNoFrameBeforeItsLastByte(String name) {
    var frame = Vectors.frame(name);
    for (int cut = 0; cut < frame.length; cut++) {
      var progress = new SamFrameParser().push(Arrays.copyOf(frame, cut));
      assertInstanceOf(SamFrameParser.Progress.More.class, progress, "cut at " + cut);
    }
    assertEquals(SamWord.OK, complete(frame).word());
  }

  @Test
  void completesAFrameThatComesByteByByte() {
    var parser = new SamFrameParser();
    var frame = Vectors.frame("sam-3003-new-address");
    for (int i = 0; i < frame.length - 1; i++) {
      assertInstanceOf(SamFrameParser.Progress.More.class, parser.push(new byte[] {frame[i]}));
    }
    assertInstanceOf(
        SamFrameParser.Progress.Complete.class, parser.push(new byte[] {frame[frame.length - 1]}));
  }

  @Test
  void findsTheFrameBehindNoiseAndASpareByteOfPreamble() {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(HexFormat.of().parseHex("00FFAAAA96AA0512A010AA"));
    bytes.writeBytes(Vectors.shortFrame("rsp.find-ok"));
    assertEquals(SamWord.CARD_FOUND, complete(bytes.toByteArray()).word());
  }

  @Test
  void doesNotTakeAPreambleInsideAPhotoForANewFrame() {
    var frame = Vectors.frame("sam-3001-citizen");
    System.arraycopy(SamFrame.preamble(), 0, frame, 600, 5);
    frame[frame.length - 1] = SamFrame.checksum(frame, frame.length - 1);
    assertEquals(frame.length - 11, complete(frame).dataBytes());
  }

  @Test
  void noticesEachSingleWrongByteBehindTheLength() {
    var good = Vectors.frame("sam-3003-new-address");
    for (int i = SamFrame.HEAD_BYTES; i < good.length; i++) {
      var bad = good.clone();
      bad[i] ^= 0x01;
      assertInstanceOf(
          SamFrameParser.Progress.Broken.class, new SamFrameParser().push(bad), "byte " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"AAAAAA96690000", "AAAAAA96690003", "AAAAAA9669FFFF"})
  void refusesImpossibleLengths(String head) {
    assertInstanceOf(
        SamFrameParser.Progress.Broken.class,
        new SamFrameParser().push(HexFormat.of().parseHex(head)));
  }

  @Test
  void understandsTheReadersOwnTimeOut() {
    assertInstanceOf(
        SamFrameParser.Progress.ReaderTimedOut.class,
        new SamFrameParser().push(HexFormat.of().parseHex("AAAAAA966900050505050505")));
  }

  @Test
  void showsNoData() {
    var shown = complete(Vectors.frame("sam-3001-citizen")).toString();
    assertTrue(shown.equals("SamFrame[000090, 1284 bytes]"), shown);
  }

  private static SamFrame complete(byte[] bytes) {
    return assertInstanceOf(
            SamFrameParser.Progress.Complete.class, new SamFrameParser().push(bytes))
        .frame();
  }
}
