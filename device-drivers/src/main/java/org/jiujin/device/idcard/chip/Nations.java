package org.jiujin.device.idcard.chip;

import java.util.List;
import org.jiujin.device.idcard.Nation;

/// The ethnic groups of GB/T 3304-1991 by their number.
public final class Nations {
  private static final List<String> NAMES =
      List.of(
          "汉", "蒙古", "回", "藏", "维吾尔", "苗", "彝", "壮", "布依", "朝鲜", "满", "侗", "瑶", "白", "土家", "哈尼",
          "哈萨克", "傣", "黎", "傈僳", "佤", "畲", "高山", "拉祜", "水", "东乡", "纳西", "景颇", "柯尔克孜", "土", "达斡尔",
          "仫佬", "羌", "布朗", "撒拉", "毛南", "仡佬", "锡伯", "阿昌", "普米", "塔吉克", "怒", "乌孜别克", "俄罗斯", "鄂温克",
          "德昂", "保安", "裕固", "京", "塔塔尔", "独龙", "鄂伦春", "赫哲", "门巴", "珞巴", "基诺");

  private Nations() {}

  /// The nation of a two-digit code; two pairs of codes for "other" and "of foreign blood" are in use.
  public static Nation of(String code) {
    return new Nation(code, name(code));
  }

  private static String name(String code) {
    if (code.length() != 2 || !code.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return "";
    }
    int number = Integer.parseInt(code);
    return switch (number) {
      case 57, 97 -> "其他";
      case 58, 98 -> "外国血统中国籍人士";
      default -> number >= 1 && number <= NAMES.size() ? NAMES.get(number - 1) : "";
    };
  }
}
