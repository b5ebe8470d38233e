package org.jiujin.kiosk.platform;

/// How a call to the platform ended.
///
/// @param <T> the answer's type
public sealed interface PlatformReply<T> {
  /// The platform did what was asked.
  ///
  /// @param repeated it had done so before, under the same idempotency key
  record Answered<T>(T answer, boolean repeated) implements PlatformReply<T> {}

  /// The platform understood and said no; repeating the same request cannot help.
  record Refused<T>(PlatformProblem problem) implements PlatformReply<T> {}

  /// There was no answer to rely on. What was asked may or may not have been done; a request with an idempotency key
  /// may be repeated.
  record Unreachable<T>(Cause cause) implements PlatformReply<T> {}

  /// Why there was no answer. The name is a stable code for logs and the console.
  enum Cause {
    /// No connection came about.
    NOT_CONNECTED,
    /// The limit ran out.
    TIMED_OUT,
    /// The connection ended before the answer.
    LINE_LOST,
    /// The platform is out of service or too busy (5xx, 408, 429).
    OUT_OF_SERVICE,
    /// The answer is not what the description promises: a captive portal or another version, for example.
    UNREADABLE_ANSWER,
    /// The client was closed, or the calling thread was interrupted.
    CLOSED
  }
}
