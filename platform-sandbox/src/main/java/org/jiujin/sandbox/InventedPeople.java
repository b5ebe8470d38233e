package org.jiujin.sandbox;

/// Keeps real people out of the sandbox, and says what an invented one has.
///
/// Order code 000 (characters 15 to 17) is never given to anybody, so that such a number is nobody's.
final class InventedPeople {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_CHARACTERS = "10X98765432";

  private InventedPeople() {}

  /// @throws ContractBrokenException if the number is somebody's, or has a wrong check character
  static void require(Requests.Person person) {
    if (!isInvented(person.idNumber())) {
      throw new ContractBrokenException(Problem.of(ProblemCode.PERSON_NOT_INVENTED));
    }
  }

  static boolean isInvented(String number) {
    return number.startsWith("000", 14) && checkCharacter(number) == number.charAt(17);
  }

  /// The check character of GB 11643 over the first 17 characters.
  static char checkCharacter(String number) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (number.charAt(i) - '0');
    }
    return CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length());
  }

  /// Born on the 31st: nothing in the certificate register, so that the situation can be shown.
  static boolean hasNoCertificates(Requests.Person person) {
    return bornOn(person).equals("31");
  }

  /// Born on the 30th: everything but the photo.
  static boolean hasNoPhoto(Requests.Person person) {
    return bornOn(person).equals("30");
  }

  /// Born on the 2nd: the platform knows a mobile number.
  static boolean hasMobileOnFile(Requests.Person person) {
    return bornOn(person).equals("02");
  }

  private static String bornOn(Requests.Person person) {
    return person.idNumber().substring(12, 14);
  }
}
