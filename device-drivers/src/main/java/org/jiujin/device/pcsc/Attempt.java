package org.jiujin.device.pcsc;

import org.jiujin.device.Fault;

/// How one try to read a card ended.
sealed interface Attempt<T> {
  record Done<T>(T result) implements Attempt<T> {}

  record NoCard<T>() implements Attempt<T> {}

  record CardFault<T>(Fault fault) implements Attempt<T> {}

  record ReaderFault<T>(Fault fault) implements Attempt<T> {}

  record Cancelled<T>() implements Attempt<T> {}
}
