package org.jiujin.kiosk.journey;

/// How far the receipt has come.
public sealed interface Printing {
  /// The printer works.
  record Running() implements Printing {}

  /// The paper was cut.
  record Done() implements Printing {}

  /// Nothing came out; printing again is safe.
  ///
  /// @param code fault code
  record Refused(String code) implements Printing {}

  /// Paper may have come out; it is not printed again without asking.
  ///
  /// @param code fault code
  record Uncertain(String code) implements Printing {}
}
