package org.jiujin.device.chipcard;

import java.util.Arrays;

/// What a security module needs to prove to a card of generation 3 that it may read the holder (devices reference, 5.1,
/// "Generations"). It holds until the card is pulled.
///
/// Masks itself: the recognition code names one card.
///
/// @since 0.2
public final class AuthChallenge {
  private final int algorithm;
  private final byte[] recognitionCode;
  private final byte[] internalInput;
  private final byte[] internalAnswer;
  private final byte[] externalInput;

  /// All arrays are copied.
  ///
  /// @param algorithm the identifier that the card names, 3 for example
  /// @param recognitionCode 16 bytes, from which the module derives the card's keys
  /// @param internalInput 16 bytes that the card was asked to work on
  /// @param internalAnswer what it answered: its proof towards the module
  /// @param externalInput 16 bytes that the module has to work on
  public AuthChallenge(
      int algorithm,
      byte[] recognitionCode,
      byte[] internalInput,
      byte[] internalAnswer,
      byte[] externalInput) {
    this.algorithm = algorithm;
    this.recognitionCode = recognitionCode.clone();
    this.internalInput = internalInput.clone();
    this.internalAnswer = internalAnswer.clone();
    this.externalInput = externalInput.clone();
  }

  /// The identifier of the algorithm.
  public int algorithm() {
    return algorithm;
  }

  /// A copy of the card's recognition code.
  public byte[] recognitionCode() {
    return recognitionCode.clone();
  }

  /// A copy of what the card was asked to work on.
  public byte[] internalInput() {
    return internalInput.clone();
  }

  /// A copy of the card's proof.
  public byte[] internalAnswer() {
    return internalAnswer.clone();
  }

  /// A copy of what the module has to work on.
  public byte[] externalInput() {
    return externalInput.clone();
  }

  /// Overwrites everything with zeros.
  public void wipe() {
    for (var bytes : new byte[][] {recognitionCode, internalInput, internalAnswer, externalInput}) {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  @Override
  public String toString() {
    return "AuthChallenge[algorithm " + algorithm + ", masked]";
  }
}
