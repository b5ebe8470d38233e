package org.jiujin.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PersonTest {
  private static final Person PERSON =
      new Person(
          "测试甘",
          new PersonalNumber("620100199001010000"),
          "男",
          "汉",
          LocalDate.of(1990, 1, 1),
          "甘肃省测试县测试村1号",
          "测试县公安局",
          LocalDate.of(2040, 1, 1));

  @Test
  void hidesTheMiddleOfTheNumber() {
    assertEquals("620100********0000", PERSON.number().masked());
  }

  @Test
  void hidesEverythingOfANumberTooShortToMask() {
    assertEquals("******", new PersonalNumber("123456").masked());
  }

  @Test
  void showsOnlyTheFirstCharacterOfTheName() {
    assertEquals("测**", PERSON.maskedName());
  }

  @Test
  void keepsACharacterOutsideTheBasicPlaneWhole() {
    var rare =
        new Person("𬭊甘", PERSON.number(), "男", "汉", PERSON.birth(), "", "", PERSON.validTo());
    assertEquals("𬭊*", rare.maskedName());
  }

  @Test
  void saysNothingPersonalAsText() {
    String text = PERSON.toString();
    assertFalse(text.contains("测试甘") || text.contains("19900101") || text.contains("1号"), text);
  }

  @Test
  void checksTheCheckCharacter() {
    assertTrue(PERSON.number().hasRightCheckCharacter());
    assertFalse(new PersonalNumber("620100199001010001").hasRightCheckCharacter());
    assertFalse(new PersonalNumber("USA310000900101").hasRightCheckCharacter());
  }

  @Test
  void isExpiredFromTheDayAfterTheLast() {
    assertFalse(PERSON.cardExpired(LocalDate.of(2040, 1, 1)));
    assertTrue(PERSON.cardExpired(LocalDate.of(2040, 1, 2)));
  }
}
