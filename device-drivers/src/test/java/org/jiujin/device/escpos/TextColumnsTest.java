package org.jiujin.device.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextColumnsTest {
  @Test
  void countsAChineseCharacterAsTwoColumns() {
    assertEquals(9, TextColumns.width("甘肃A省12"));
  }

  @Test
  void breaksBetweenChineseCharacters() {
    assertEquals(List.of("甘肃省", "通渭县"), TextColumns.wrap("甘肃省通渭县", 7));
  }

  @Test
  void keepsWordsAndNumbersTogether() {
    assertEquals(List.of("办件编号", "20261123"), TextColumns.wrap("办件编号20261123", 14));
    assertEquals(List.of("one two", "three"), TextColumns.wrap("one two three", 11));
  }

  @Test
  void breaksAWordThatIsLongerThanALine() {
    assertEquals(List.of("1234", "5678", "9"), TextColumns.wrap("123456789", 4));
  }

  @Test
  void beginsNoLineWithAClosingMark() {
    assertEquals(List.of("请带", "好，"), TextColumns.wrap("请带好，", 6));
  }

  @Test
  void keepsAnEmptyLine() {
    assertEquals(List.of(""), TextColumns.wrap("", 10));
  }

  @Test
  void losesNothingAndFitsAlways() {
    var random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      var text = new StringBuilder();
      for (int n = random.nextInt(40); n > 0; n--) {
        text.append("甘肃，。ab1 2".charAt(random.nextInt(9)));
      }
      int columns = 2 + random.nextInt(20);
      var lines = TextColumns.wrap(text.toString(), columns);
      assertEquals(text.toString().replace(" ", ""), String.join("", lines).replace(" ", ""));
      assertTrue(lines.stream().allMatch(line -> TextColumns.width(line) <= columns));
    }
  }
}
