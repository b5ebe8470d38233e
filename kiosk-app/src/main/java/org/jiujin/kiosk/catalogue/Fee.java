package org.jiujin.kiosk.catalogue;

/// What a matter costs (`is_fee`, `fee_basis`).
public sealed interface Fee {
  /// The fee in words for residents.
  String explain();

  /// How sure it is.
  Provenance provenance();

  /// 不收费.
  record Free(String explain, Provenance provenance) implements Fee {}

  /// A known amount.
  ///
  /// @param amountFen in 分
  record Amount(int amountFen, String explain, Provenance provenance) implements Fee {}

  /// No amount is confirmed; the accepting authority tells it.
  record AsAnnounced(String explain, Provenance provenance) implements Fee {}
}
