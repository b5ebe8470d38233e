package org.jiujin.device.ipp;

import org.jiujin.device.Fault;

/// What became of one request.
///
/// @param <T> what was read from the answer
sealed interface IppReply<T> {
  /// The printer did it.
  record Answer<T>(T value) implements IppReply<T> {}

  /// The printer answered that it does not.
  ///
  /// @param status as in RFC 8011, appendix B
  record Rejected<T>(int status) implements IppReply<T> {}

  /// No connection came about; the printer saw nothing of the request.
  record Unsent<T>(Fault fault) implements IppReply<T> {}

  /// The request may have arrived; the answer did not, or made no sense.
  record Lost<T>(Fault fault) implements IppReply<T> {}
}
