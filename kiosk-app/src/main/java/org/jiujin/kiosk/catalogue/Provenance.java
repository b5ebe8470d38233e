package org.jiujin.kiosk.catalogue;

/// How sure a statement of the catalogue is, and where it comes from. Operators see it; residents read careful wording
/// instead.
///
/// @param source where the statement stands, or what it was inferred from
public record Provenance(Mark mark, String source) {
  /// What stands under every text that was not confirmed by the accepting authority; the file's check asks for it.
  static final String CAREFUL_WORDING = "以受理机关告知为准";

  /// Whether a resident must not take the statement as the authority's word.
  public boolean unverified() {
    return mark == Mark.UNVERIFIED;
  }

  /// How sure a statement is.
  public enum Mark {
    /// A published source says so.
    KNOWN,
    /// Follows from known facts.
    INFERRED,
    /// General knowledge that no source confirmed yet.
    UNVERIFIED
  }
}
