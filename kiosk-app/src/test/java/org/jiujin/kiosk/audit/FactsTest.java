package org.jiujin.kiosk.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "甘测试",
        "620123195803120002",
        "62012319580312000X",
        "CODE:13900000000",
        "620123580312000",
        "two words",
        "a\"b",
        "a\\b",
        "a\nb"
      })
  void writesNoWordThatIsNotPlainOrMayBeAPersons(String outside) {
    assertEquals(Facts.UNFIT, Facts.word(outside));
    var event = new AuditEvent.ApplicationRefused(Journals.MATTER, Journals.NUMBER, outside);
    assertEquals(Facts.UNFIT, Facts.of(event).get("code"));
  }

  @Test
  void writesNumbersOfApplicationsAndIdsOfOrders() {
    for (String word :
        new String[] {
          Journals.NUMBER.value(), Journals.CASE, "c-12", "01234567-8901-4234-8567-890123456789"
        }) {
      assertEquals(word, Facts.word(word));
    }
  }

  @Test
  void hasAKindForEveryEventAndALineForTheLongestOne() {
    String longest = "x".repeat(64);
    var event = new AuditEvent.OrderEnded(longest, longest, longest);
    assertEquals("order-ended", event.kind());
    assertEquals(Map.of("order", longest, "verb", longest, "state", longest), Facts.of(event));
    byte[] line =
        ChainLine.format(
            Journals.CHAIN, 999_999_999_999L, ChainLine.NOTHING, Journals.entry(event));
    assertTrue(ChainLine.read(line).isPresent());
  }
}
