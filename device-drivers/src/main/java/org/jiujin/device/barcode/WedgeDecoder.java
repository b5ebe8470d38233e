package org.jiujin.device.barcode;

import java.util.Arrays;
import java.util.Optional;
import org.jiujin.device.scanner.CodeScanner;

/// Finds codes among key presses: a scanner types faster than any hand, and ends with a key of its own.
///
/// Knows no toolkit. Takes printable ASCII only, which is all that scanners type the same way everywhere. Used from one
/// thread at a time.
final class WedgeDecoder {
  /// Fewer keys in a row are typing, however fast.
  private static final int SHORTEST_CODE = 4;

  private final String prefix;
  private final Suffix suffix;
  private final long gapNanos;
  private final byte[] typed;
  private int length;
  private long lastAt;
  private boolean skipped;
  private boolean ended;

  /// @param gapNanos the longest pause between two keys of one code
  WedgeDecoder(String prefix, Suffix suffix, long gapNanos) {
    this.prefix = prefix;
    this.suffix = suffix;
    this.gapNanos = gapNanos;
    this.typed = new byte[prefix.length() + CodeScanner.MOST_BYTES + 2];
  }

  /// Takes one key press.
  ///
  /// @param characters what it typed; more than one were composed, and belong to no code
  Step push(String characters, long at) {
    var before = pause(at);
    boolean follows = at - lastAt <= gapNanos;
    lastAt = at;
    if (before.isPresent()) {
      return step(characters, new Step.Code(before.get()));
    }
    if (ended && follows && characters.equals("\n")) {
      return new Step.OfCode(); // the second half of a return
    }
    return step(characters, new Step.Typing());
  }

  /// Whether a code without suffix has ended; forgets what was only typed.
  Optional<String> pause(long now) {
    if (now - lastAt <= gapNanos) {
      return Optional.empty();
    }
    boolean whole = suffix == Suffix.NONE && !skipped;
    var code = whole ? code(length) : Optional.<String>empty();
    reset();
    return code;
  }

  /// Drops the code that has begun, with what is still to come of it.
  void skip() {
    skipped = length > 0;
  }

  /// @param otherwise what it was if this key ends nothing
  private Step step(String characters, Step otherwise) {
    ended = false;
    if (characters.length() != 1 || !key(characters.charAt(0)) || length == typed.length) {
      boolean tooLong = length == typed.length;
      reset();
      skipped = tooLong;
      return otherwise;
    }
    typed[length++] = (byte) characters.charAt(0);
    int end = suffix.endOf(typed, length);
    if (end > 0) {
      var code = skipped ? Optional.<String>empty() : code(length - end);
      reset();
      ended = code.isPresent();
      return code.<Step>map(Step.Code::new).orElse(otherwise);
    }
    if (otherwise instanceof Step.Code) {
      return otherwise;
    }
    return burst() ? new Step.OfCode() : otherwise;
  }

  private boolean burst() {
    boolean begun = prefix.isEmpty() ? length >= SHORTEST_CODE : startsWithPrefix();
    return begun && !skipped;
  }

  private Optional<String> code(int end) {
    boolean whole =
        end - prefix.length() >= SHORTEST_CODE
            && end - prefix.length() <= CodeScanner.MOST_BYTES
            && startsWithPrefix();
    return whole
        ? Optional.of(
            new String(
                typed,
                prefix.length(),
                end - prefix.length(),
                java.nio.charset.StandardCharsets.US_ASCII))
        : Optional.empty();
  }

  private boolean startsWithPrefix() {
    for (int i = 0; i < prefix.length(); i++) {
      if (i >= length || typed[i] != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean key(char next) {
    return (next >= ' ' && next <= '~') || next == '\r' || next == '\n' || next == '\t';
  }

  private void reset() {
    Arrays.fill(typed, 0, length, (byte) 0);
    length = 0;
    skipped = false;
  }

  /// What a key press was.
  sealed interface Step {
    /// Somebody types, as far as can be told.
    record Typing() implements Step {}

    /// It belongs to a code.
    record OfCode() implements Step {}

    /// It ended a code, or came after one that a pause had ended.
    record Code(String text) implements Step {
      @Override
      public String toString() {
        return "Code[masked]";
      }
    }
  }
}
