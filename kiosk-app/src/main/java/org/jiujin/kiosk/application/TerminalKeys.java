package org.jiujin.kiosk.application;

/// The keys of this terminal, each derived from its root key for one purpose. Secret: `toString` tells the id only.
public final class TerminalKeys {
  private static final int RECEIPT_KEY_BYTES = 32;

  private final RootKey root;
  private final Sealer sealer;

  TerminalKeys(RootKey root, SealingAlgorithm algorithm) {
    this.root = root;
    this.sealer = new KeyedSealer(root, algorithm);
  }

  /// Seals what the outbox stores.
  public Sealer sealer() {
    return sealer;
  }

  /// The key of the check value in the receipts' QR codes.
  public byte[] receiptKey() {
    return root.derive("receipt", RECEIPT_KEY_BYTES);
  }

  @Override
  public String toString() {
    return "TerminalKeys[" + root.id() + "]";
  }
}
