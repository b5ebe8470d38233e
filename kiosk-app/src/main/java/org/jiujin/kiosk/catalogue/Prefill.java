package org.jiujin.kiosk.catalogue;

/// Where the first value of a field comes from. The resident may change it, except in [Form#fromCard()].
public sealed interface Prefill {
  /// Nowhere: the resident fills it in.
  record Nothing() implements Prefill {}

  /// From the identity card.
  record FromCard(CardField field) implements Prefill {}

  /// From the platform, if the resident consented.
  ///
  /// @param name the platform's name of the value, `mobile` for example
  record FromPlatform(String name) implements Prefill {}

  /// What an identity card says.
  enum CardField {
    NAME,
    NUMBER,
    SEX,
    NATION,
    BIRTH,
    ADDRESS
  }
}
