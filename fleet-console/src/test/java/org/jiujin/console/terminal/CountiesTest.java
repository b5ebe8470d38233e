package org.jiujin.console.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CountiesTest {
  private final Counties counties = new Counties();

  @Test
  void namesPrefectureAndCounty() {
    assertEquals("定西市 通渭县", counties.of("GS-621121"));
  }

  @Test
  void namesACityWithoutCountiesOnce() {
    assertEquals("嘉峪关市", counties.of("GS-620201"));
  }

  @Test
  void showsAnUnknownGroupAsItIs() {
    assertEquals("GS-999999", counties.of("GS-999999"));
    assertEquals("test", counties.of("test"));
  }
}
