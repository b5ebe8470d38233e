package org.jiujin.device.modbus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The frames are those of the specification's own examples (Application Protocol V1.1b3, section 6).
class FramingTest {
  private static final Question READ = Question.read(new Run(Area.DISCRETE, 196, 22));
  private static final byte[] ANSWER = HexFormat.of().parseHex("0203ACDB35");

  @ParameterizedTest
  @CsvSource({
    "COIL, 19, 19, 0100130013",
    "DISCRETE, 196, 22, 0200C40016",
    "HOLDING, 107, 3, 03006B0003",
    "INPUT, 8, 1, 0400080001"
  })
  void asksAsTheSpecificationDoes(Area area, int from, int count, String pdu) {
    assertEquals(pdu, hex(Question.read(new Run(area, from, count)).pdu()));
  }

  @ParameterizedTest
  @CsvSource({
    "COIL, 172, 1, false, 0500ACFF00",
    "COIL, 172, 0, false, 0500AC0000",
    "HOLDING, 1, 1, false, 0600010001",
    "COIL, 19, 1, true, 0F001300010101",
    "HOLDING, 1, 1, true, 10000100010200" + "01"
  })
  void writesAsTheSpecificationDoes(Area area, int at, int value, boolean many, String pdu) {
    assertEquals(pdu, hex(Question.write(new Cell(area, at), value, many).pdu()));
  }

  @Test
  void packsForTheBusWithTheLowByteOfTheChecksumFirst() {
    var question = Question.read(new Run(Area.HOLDING, 0, 10));
    assertEquals("01030000000AC5CD", hex(new RtuFraming(1).pack(question)));
  }

  @Test
  void packsForTcpWithATransactionThatCounts() {
    var framing = new TcpFraming(0xFF);
    assertEquals("000100000006FF0200C40016", hex(framing.pack(READ)));
    assertEquals("000200000006FF0200C40016", hex(framing.pack(READ)));
  }

  @Test
  void readsBitsFromTheLowestOn() {
    var values = READ.values(ANSWER);
    assertEquals(22, values.size());
    var first = List.of(0, 0, 1, 1, 0, 1, 0, 1); // AC
    for (int i = 0; i < 8; i++) {
      assertEquals(first.get(i), values.get(new Cell(Area.DISCRETE, 196 + i)));
    }
    assertEquals(1, values.get(new Cell(Area.DISCRETE, 217)));
  }

  @Test
  void readsWordsUnsigned() {
    var question = Question.read(new Run(Area.INPUT, 8, 2));
    assertEquals(
        Map.of(new Cell(Area.INPUT, 8), 0xFFF6, new Cell(Area.INPUT, 9), 10),
        question.values(HexFormat.of().parseHex("0404FFF6000A")));
  }

  @Test
  void takesAnAnswerOnlyWhole() {
    for (Framing framing : List.of(new RtuFraming(7), new TcpFraming(7))) {
      framing.pack(READ);
      var frame = answer(framing, ANSWER);
      for (int cut = 0; cut < frame.length; cut++) {
        assertTrue(framing.unpack(Arrays.copyOf(frame, cut), 0, READ).isEmpty(), "cut " + cut);
      }
      assertArrayEquals(ANSWER, framing.unpack(frame, 0, READ).orElseThrow());
      assertTrue(framing.unpack(frame, 1, READ).isEmpty());
    }
  }

  @Test
  void takesNoAnswerWithOneBitWrongInItsFrame() {
    var framing = new RtuFraming(7);
    framing.pack(READ);
    var frame = answer(framing, ANSWER);
    for (int bit = 0; bit < 8 * frame.length; bit++) {
      var wrong = frame.clone();
      wrong[bit / 8] ^= (byte) (1 << bit % 8);
      assertTrue(framing.unpack(wrong, 0, READ).isEmpty(), "bit " + bit);
    }
  }

  @ParameterizedTest
  @CsvSource({"0202ACDB", "0203ACDB", "0203ACDB3500", "0103ACDB35", "8302"})
  void takesNoAnswerToAnotherQuestion(String pdu) {
    for (Framing framing : List.of(new RtuFraming(7), new TcpFraming(7))) {
      framing.pack(READ);
      var frame = answer(framing, HexFormat.of().parseHex(pdu));
      assertTrue(framing.unpack(frame, 0, READ).isEmpty());
    }
  }

  @Test
  void takesNoAnswerOfAnotherUnitOrTransaction() {
    var bus = new RtuFraming(7);
    assertTrue(bus.unpack(answer(new RtuFraming(8), ANSWER), 0, READ).isEmpty());
    var tcp = new TcpFraming(7);
    tcp.pack(READ);
    var late = answer(tcp, ANSWER);
    tcp.pack(READ);
    assertTrue(tcp.unpack(late, 0, READ).isEmpty());
  }

  @Test
  void knowsAnExceptionByItsHighestBit() {
    var framing = new RtuFraming(7);
    var frame = answer(framing, new byte[] {(byte) 0x82, 6});
    assertArrayEquals(new byte[] {(byte) 0x82, 6}, framing.unpack(frame, 0, READ).orElseThrow());
  }

  @Test
  void wantsAWriteRepeated() {
    var write = Question.write(new Cell(Area.COIL, 172), 1, false);
    assertTrue(write.answeredBy(HexFormat.of().parseHex("0500ACFF00")));
    assertTrue(!write.answeredBy(HexFormat.of().parseHex("0500AC0000")), "another value");
    assertTrue(!write.answeredBy(HexFormat.of().parseHex("0500ADFF00")), "another coil");
    var many = Question.write(new Cell(Area.HOLDING, 1), 1, true);
    assertTrue(many.answeredBy(HexFormat.of().parseHex("1000010001")));
  }

  /// Packs an answer as a board would, in the transaction that was packed last.
  static byte[] answer(Framing framing, byte[] pdu) {
    var asked = framing.pack(READ);
    if (framing instanceof RtuFraming) {
      var frame = Arrays.copyOf(new byte[] {asked[0]}, 1 + pdu.length + 2);
      System.arraycopy(pdu, 0, frame, 1, pdu.length);
      int crc = 0xFFFF;
      for (int i = 0; i < 1 + pdu.length; i++) {
        crc ^= frame[i] & 0xFF;
        for (int bit = 0; bit < 8; bit++) {
          crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xA001;
        }
      }
      frame[frame.length - 2] = (byte) crc;
      frame[frame.length - 1] = (byte) (crc >> 8);
      return frame;
    }
    var frame = Arrays.copyOf(asked, 7 + pdu.length);
    frame[5] = (byte) (1 + pdu.length);
    System.arraycopy(pdu, 0, frame, 7, pdu.length);
    return frame;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().withUpperCase().formatHex(bytes);
  }
}
