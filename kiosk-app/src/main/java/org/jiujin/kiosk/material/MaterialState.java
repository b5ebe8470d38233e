package org.jiujin.kiosk.material;

/// Whether a material is there.
public sealed interface MaterialState {
  /// An electronic certificate or shared datum was found.
  ///
  /// @param reference the platform's reference to it; not personal by itself
  /// @param level how far it is trusted (国办函〔2016〕108号)
  record Held(String reference, TrustLevel level) implements MaterialState {}

  /// The platform did not answer; the accepting authority fetches it when the application arrives.
  record FetchedLater() implements MaterialState {}

  /// The platform has none for this person.
  record Missing() implements MaterialState {}
}
