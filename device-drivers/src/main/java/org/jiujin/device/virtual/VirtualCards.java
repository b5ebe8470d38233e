package org.jiujin.device.virtual;

import java.util.List;
import java.util.Optional;
import org.jiujin.device.virtual.VirtualCard.Field;

/// The cards that lie beside the bench. Every person is invented: the order code 000 is never issued.
public final class VirtualCards {
  private static final String WEIGHTED = "10X98765432";
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  private static final String ADDRESS = "甘肃省定西市通渭县测试镇样例村1号";
  private static final VirtualCard CITIZEN =
      citizen("citizen", "甘测试", "19580312", "20180601", "20380601");

  private static final List<VirtualCard> ALL =
      List.of(
          CITIZEN,
          citizen("citizen-longterm", "陇测试", "19490815", "20190410", "长期"),
          citizen("citizen-expired", "渭测试", "19760520", "20050601", "20250601"),
          CITIZEN.movedTo("citizen-moved", "甘肃省定西市通渭县测试镇新样例村2号"),
          CITIZEN.withFingerprints("citizen-fingerprints"),
          hmt(),
          foreigner2017(),
          foreigner2023());

  private VirtualCards() {}

  /// All of them.
  public static List<VirtualCard> all() {
    return ALL;
  }

  /// The card of this name, `citizen` for example.
  public static Optional<VirtualCard> named(String id) {
    return ALL.stream().filter(card -> card.id().equals(id)).findFirst();
  }

  /// The last character of an 18-digit number by GB 11643.
  static char checkCharacter(String first17) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (first17.charAt(i) - '0') * WEIGHTS[i];
    }
    return WEIGHTED.charAt(sum % 11);
  }

  private static String number(String region, String birth) {
    var first17 = region + birth + "000";
    return first17 + checkCharacter(first17);
  }

  private static VirtualCard citizen(String id, String name, String birth, String from, String to) {
    return VirtualCard.of(
        id,
        new Field(0, 30, name),
        new Field(30, 2, "2"),
        new Field(32, 4, "01"),
        new Field(36, 16, birth),
        new Field(52, 70, ADDRESS),
        new Field(122, 36, number("621121", birth)),
        new Field(158, 30, "通渭县公安局"),
        new Field(188, 16, from),
        new Field(204, 16, to));
  }

  private static VirtualCard hmt() {
    return VirtualCard.of(
        "hmt",
        new Field(0, 30, "港测试"),
        new Field(30, 2, "2"),
        new Field(36, 16, "19850706"),
        new Field(52, 70, ADDRESS),
        new Field(122, 36, number("810000", "19850706")),
        new Field(158, 30, "通渭县公安局"),
        new Field(188, 16, "20240115"),
        new Field(204, 16, "20290115"),
        new Field(220, 18, "H00000000"),
        new Field(238, 4, "01"),
        new Field(248, 2, "J"));
  }

  private static VirtualCard foreigner2017() {
    return VirtualCard.of(
        "foreigner-2017",
        new Field(0, 120, "SAMPLE, TEST"),
        new Field(120, 2, "1"),
        // No day of a birth: the number is impossible on purpose.
        new Field(122, 30, "USA310000900001"),
        new Field(152, 6, "USA"),
        new Field(158, 30, "外测试"),
        new Field(188, 16, "20200601"),
        new Field(204, 16, "20300601"),
        new Field(220, 16, "19800101"),
        new Field(236, 4, "01"),
        new Field(240, 8, "1500"),
        new Field(248, 2, "I"));
  }

  private static VirtualCard foreigner2023() {
    return VirtualCard.of(
        "foreigner-2023",
        new Field(0, 30, "外测试"),
        new Field(30, 2, "1"),
        new Field(32, 4, "00"),
        new Field(36, 16, "19800101"),
        new Field(52, 70, "SAMPLE, TEST"),
        new Field(122, 36, number("931840", "19800101")),
        new Field(188, 16, "20240901"),
        new Field(204, 16, "20340831"),
        new Field(242, 6, "USA"),
        new Field(248, 2, "Y"),
        new Field(250, 6, "000"));
  }
}
