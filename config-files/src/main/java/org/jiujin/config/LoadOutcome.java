package org.jiujin.config;

import java.util.List;
import java.util.function.Function;

/// How the loading of configuration ended.
public sealed interface LoadOutcome<T> {
  /// What was loaded.
  ///
  /// @throws ConfigRefusedException with every finding in its message, for the start of the app
  T orThrow();

  /// Goes on with what was loaded.
  <R> LoadOutcome<R> then(Function<T, LoadOutcome<R>> next);

  /// Everything is right.
  record Loaded<T>(T value) implements LoadOutcome<T> {
    @Override
    public T orThrow() {
      return value;
    }

    @Override
    public <R> LoadOutcome<R> then(Function<T, LoadOutcome<R>> next) {
      return next.apply(value);
    }
  }

  /// Something is wrong; nothing was loaded.
  ///
  /// @param findings never empty; all of them, so that an editor mends a file in one go
  record Refused<T>(List<Finding> findings) implements LoadOutcome<T> {
    public Refused {
      findings = List.copyOf(findings);
      if (findings.isEmpty()) {
        throw new IllegalArgumentException("a refusal needs a reason");
      }
    }

    @Override
    public T orThrow() {
      throw new ConfigRefusedException(findings);
    }

    @Override
    public <R> LoadOutcome<R> then(Function<T, LoadOutcome<R>> next) {
      return new Refused<>(findings);
    }
  }

  /// Loaded when nothing was found, refused otherwise.
  static <T> LoadOutcome<T> of(T value, List<Finding> findings) {
    return findings.isEmpty() ? new Loaded<>(value) : new Refused<>(findings);
  }
}
