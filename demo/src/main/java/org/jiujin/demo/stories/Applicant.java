package org.jiujin.demo.stories;

import java.util.List;

/// The invented person whose virtual card the stories lay on the reader. Order code 000 of the number is never issued.
final class Applicant {
  /// The card's name at the bench.
  static final String CARD = "citizen";

  static final String NAME = "甘测试";
  static final String NUMBER = "621121195803120003";
  static final String ADDRESS = "甘肃省定西市通渭县测试镇样例村1号";

  /// Typed where the platform does not know one; no such number is given out.
  static final String PHONE = "19900000000";

  private Applicant() {}

  /// What must be nowhere once the person has gone.
  static List<String> traces() {
    return List.of(NAME, NUMBER, ADDRESS, PHONE);
  }
}
