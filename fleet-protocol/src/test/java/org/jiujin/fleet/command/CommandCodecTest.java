package org.jiujin.fleet.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandCodecTest {
  private static final SignedCommand SIGNED =
      new SignedCommand(
          CommandCodec.encode(Commands.MESSAGE),
          "console-1",
          "SHA256withECDSA",
          ByteString.copyFromUtf8("a signature"));
  private static final CommandResult RESULT =
      new CommandResult(
          "c-1",
          CommandState.FAILED,
          "PAPER_OUT",
          Duration.ofMillis(1234),
          ByteString.copyFromUtf8("detail"));

  @Test
  void readsWhatItWrote() throws MalformedMessageException {
    assertEquals(Commands.MESSAGE, CommandCodec.decode(CommandCodec.encode(Commands.MESSAGE)));
    assertEquals(SIGNED, CommandCodec.decodeSigned(CommandCodec.encode(SIGNED)));
    assertEquals(RESULT, CommandCodec.decodeResult(CommandCodec.encode(RESULT)));
  }

  @Test
  void neverTakesACutMessageForTheWholeOne() throws MalformedMessageException {
    neverTakesACut(CommandCodec.encode(Commands.MESSAGE), CommandCodec::decode, Commands.MESSAGE);
    neverTakesACut(CommandCodec.encode(SIGNED), CommandCodec::decodeSigned, SIGNED);
    neverTakesACut(CommandCodec.encode(RESULT), CommandCodec::decodeResult, RESULT);
  }

  private static <T> void neverTakesACut(ByteString bytes, Decoder<T> decoder, T whole) {
    int refused = 0;
    for (int length = 0; length < bytes.size(); length++) {
      try {
        assertNotEquals(whole, decoder.decode(bytes.substring(0, length))); // between two fields
      } catch (MalformedMessageException _) {
        refused++;
      }
    }
    assertTrue(refused > bytes.size() * 8 / 10, refused + " of " + bytes.size() + " refused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "一", "x x"})
  void refusesAnIdThatNobodyMayUse(String id) throws Exception {
    var out = ByteString.newOutput();
    CodedOutputStream coded = CodedOutputStream.newInstance(out);
    coded.writeString(1, id);
    coded.writeString(2, "GS-621121");
    coded.writeString(3, "T621121001");
    coded.writeString(4, "reboot");
    coded.writeInt64(7, 1);
    coded.flush();
    assertThrows(MalformedMessageException.class, () -> CommandCodec.decode(out.toByteString()));
  }

  @Test
  void holdsItsBounds() {
    assertThrows(
        MalformedMessageException.class,
        () ->
            CommandCodec.decode(ByteString.copyFrom(new byte[CommandCodec.MAX_COMMAND_BYTES + 1])));
    var detail = ByteString.copyFrom(new byte[CommandResult.MAX_DETAIL_BYTES + 1]);
    assertThrows(
        IllegalArgumentException.class,
        () -> new CommandResult("c-1", CommandState.DONE, "", Duration.ZERO, detail));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void readsOrRefusesWhateverComes(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = CommandCodec.encode(SIGNED).toByteArray();
      for (int flips = random.nextInt(8); flips >= 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      readsOrRefuses(bytes);
    }
  }

  @FuzzTest
  void readsOrRefuses(byte[] bytes) {
    readsOrRefuses(bytes, CommandCodec::decode, CommandCodec::encode);
    readsOrRefuses(bytes, CommandCodec::decodeSigned, CommandCodec::encode);
    readsOrRefuses(bytes, CommandCodec::decodeResult, CommandCodec::encode);
  }

  private static <T> void readsOrRefuses(byte[] bytes, Decoder<T> decoder, Encoder<T> encoder) {
    try {
      T read = decoder.decode(ByteString.copyFrom(bytes));
      assertEquals(read, decoder.decode(encoder.encode(read)));
    } catch (MalformedMessageException e) {
      assertNotNull(e.getMessage());
    }
  }

  static LongStream seeds() {
    return Seeds.count(50);
  }

  private interface Decoder<T> {
    T decode(ByteString bytes) throws MalformedMessageException;
  }

  private interface Encoder<T> {
    ByteString encode(T message);
  }
}
