package org.jiujin.demo.stories;

import java.util.List;

/// The invented person whose virtual card the stories lay on the reader. Order code 000 of the number is never issued.
final class Applicant {
  /// The card's name at the bench.
  static final String CARD = "citizen";

  static final String NAME = "测试";
  static final String NUMBER = "620100199001010000";
  static final String ADDRESS = "甘肃省测试县测试村1号";

  /// Typed where the platform does not know one; no such number is given out.
  static final String PHONE = "19900000000";

  private Applicant() {}

  /// What must be nowhere once the person has gone. The name is too short a word to look for alone in binary files.
  static List<String> traces() {
    return List.of(NUMBER, ADDRESS, PHONE);
  }
}
