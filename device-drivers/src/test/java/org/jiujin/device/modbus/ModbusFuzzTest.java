package org.jiujin.device.modbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jiujin.device.SettingException;

/// As plain tests these replay their seeds; with JAZZER_FUZZ=1 they search.
class ModbusFuzzTest {
  @FuzzTest
  void answersAreUnderstoodOrSkipped(byte[] bytes) {
    for (var question :
        List.of(
            Question.read(new Run(Area.COIL, 0, 2)),
            Question.read(new Run(Area.INPUT, 0, 2)),
            Question.write(new Cell(Area.COIL, 0), 1, false))) {
      for (Framing framing : List.of(new RtuFraming(1), new TcpFraming(1))) {
        framing.pack(question);
        framing
            .unpack(bytes, 0, question)
            .filter(answer -> (answer[0] & 0x80) == 0)
            .ifPresent(
                answer -> assertEquals(question.reads() ? 2 : 0, question.values(answer).size()));
      }
    }
  }

  @FuzzTest
  void wiringIsUnderstoodOrRefused(byte[] bytes) {
    var said = new String(bytes, StandardCharsets.UTF_8);
    try {
      assertTrue(Point.Measure.parse("battery", said).cell().address() <= 0xFFFF);
    } catch (SettingException refused) {
      assertEquals("battery", refused.setting());
    }
    try {
      assertTrue(Point.Contact.parse("door", said).mask() > 0);
    } catch (SettingException refused) {
      assertEquals("door", refused.setting());
    }
  }
}
