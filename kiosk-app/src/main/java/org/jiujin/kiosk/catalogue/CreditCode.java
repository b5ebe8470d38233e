package org.jiujin.kiosk.catalogue;

/// The check character of a 统一社会信用代码 (GB 32100: weights 3^(i-1) mod 31 over 31 symbols).
final class CreditCode {
  static final int LENGTH = 18;
  private static final String SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private CreditCode() {}

  /// Whether this is 18 of the 31 symbols with the right check character.
  static boolean valid(String code) {
    if (code.length() != LENGTH || code.chars().anyMatch(c -> SYMBOLS.indexOf(c) < 0)) {
      return false;
    }
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < LENGTH - 1; i++) {
      sum += SYMBOLS.indexOf(code.charAt(i)) * weight;
      weight = weight * 3 % SYMBOLS.length();
    }
    int check = (SYMBOLS.length() - sum % SYMBOLS.length()) % SYMBOLS.length();
    return SYMBOLS.charAt(check) == code.charAt(LENGTH - 1);
  }
}
