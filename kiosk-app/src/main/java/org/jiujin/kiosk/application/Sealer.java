package org.jiujin.kiosk.application;

/// Seals personal bytes before they reach the disk, and opens them again. Thread-safe.
public interface Sealer {
  /// Seals bytes with a fresh nonce.
  ///
  /// @param plain personal; the caller wipes it
  /// @param context what the bytes belong to, a row for example; opening needs the same
  Sealed seal(byte[] plain, String context);

  /// Opens what was sealed.
  Unsealed open(Sealed sealed, String context);

  /// Sealed bytes and what is needed besides the key to open them.
  ///
  /// @param keyId which key; tells nothing about it
  @SuppressWarnings(
      "ArrayRecordComponent") // never compared; a copy would double a photograph for nothing
  record Sealed(SealingAlgorithm algorithm, String keyId, byte[] nonce, byte[] bytes) {
    @Override
    public String toString() {
      return "Sealed[" + algorithm + " " + keyId + "]";
    }
  }

  /// What opening gave.
  sealed interface Unsealed {
    /// The bytes as they were; personal, the caller wipes them.
    @SuppressWarnings(
        "ArrayRecordComponent") // never compared; a copy could not be wiped by the caller
    record Plain(byte[] bytes) implements Unsealed {
      @Override
      public String toString() {
        return "Plain[masked]";
      }
    }

    /// They cannot be opened.
    ///
    /// @param fault [StoreFault#KEY_OTHER] or [StoreFault#SEAL_BROKEN]
    record Closed(StoreFault fault) implements Unsealed {}
  }
}
