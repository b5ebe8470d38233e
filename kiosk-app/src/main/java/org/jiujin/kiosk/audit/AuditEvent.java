package org.jiujin.kiosk.audit;

import java.util.Locale;
import org.jiujin.kiosk.application.LocalNumber;

/// What is accounted for. Nothing in it is personal: whose matter it is, the authority finds by the application's number.
public sealed interface AuditEvent {
  /// Somebody began to use the terminal.
  record SessionBegan() implements AuditEvent {}

  /// They ended, and what was personal is wiped.
  ///
  /// @param how a word, `done` for example
  record SessionEnded(String how) implements AuditEvent {}

  /// The terminal learned who somebody is; not told is who.
  ///
  /// @param expired whether the document was past its last day, so that nothing could be done with it
  record IdentityRead(Means means, boolean expired) implements AuditEvent {}

  /// How an identity was learned.
  enum Means {
    /// From the chip of the identity card.
    CARD,
    /// Typed in at the counter (手工录入).
    MANUAL;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// An application was signed and has this number from now on. Written before it is stored, so that none is stored that the
  /// journal does not know.
  ///
  /// @param matter the matter's id in the catalogue (事项)
  record ApplicationSigned(String matter, LocalNumber number) implements AuditEvent {}

  /// The platform accepted it.
  ///
  /// @param matter empty when it was sent later: what is stored is sealed
  /// @param caseNumber 办件编号
  record ApplicationAccepted(String matter, LocalNumber number, String caseNumber)
      implements AuditEvent {}

  /// It is on this terminal's disk and will be sent.
  record ApplicationStored(String matter, LocalNumber number) implements AuditEvent {}

  /// The platform said no.
  ///
  /// @param matter empty when it was sent later
  /// @param code the platform's
  record ApplicationRefused(String matter, LocalNumber number, String code) implements AuditEvent {}

  /// It could not be stored, so nothing was filed.
  record ApplicationNotStored(String matter, LocalNumber number, String fault)
      implements AuditEvent {}

  /// A receipt was printed, or not.
  ///
  /// @param outcome `printed`, `refused` or `uncertain`
  record ReceiptPrinted(String matter, LocalNumber number, String outcome) implements AuditEvent {}

  /// The service was rated (好差评); how, is between resident and platform.
  record RatingGiven(LocalNumber number) implements AuditEvent {}

  /// What the operator set from afar is in force, or was refused as a whole.
  ///
  /// @param refused how many settings could not be taken
  record SettingsApplied(long version, int refused) implements AuditEvent {}

  /// An order of the operator was carried out, or was not.
  ///
  /// @param order its id
  record OrderEnded(String order, String verb, String state) implements AuditEvent {}

  /// The app began.
  record AppStarted(String version) implements AuditEvent {}

  /// The app ended in an orderly way.
  record AppEnded() implements AuditEvent {}

  /// A chain begins: the terminal's first one, or one in the place of another that is damaged.
  ///
  /// @param brokenChain the id of the one before; empty without one
  /// @param brokenCount how many of its entries are good
  /// @param brokenHash the hash of the last of them
  record ChainBegan(String brokenChain, long brokenCount, String brokenHash)
      implements AuditEvent {}

  /// Another file begins; the chain goes on.
  ///
  /// @param oldest the number of the first entry that is still kept
  record FileBegan(long oldest) implements AuditEvent {}

  /// An entry that was not whole, of a loss of power, was cut off.
  record TornEndCut(int bytes) implements AuditEvent {}

  /// The disk refused for so long that entries were lost.
  record EntriesLost(long count) implements AuditEvent {}

  /// The word for the kind, `application-signed` for example.
  default String kind() {
    return getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }
}
