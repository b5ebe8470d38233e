package org.jiujin.kiosk.application;

import java.util.function.Function;

/// How a use of the store ended.
///
/// @param <T> what it gives
public sealed interface StoreResult<T> {
  /// It is done; what was written is on disk.
  record Done<T>(T value) implements StoreResult<T> {}

  /// Nothing was changed.
  record Failed<T>(StoreFault fault) implements StoreResult<T> {}

  /// The same result with another value.
  default <R> StoreResult<R> map(Function<? super T, ? extends R> change) {
    return switch (this) {
      case Done<T>(var value) -> new Done<>(change.apply(value));
      case Failed<T>(var fault) -> new Failed<>(fault);
    };
  }
}
