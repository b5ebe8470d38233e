package org.jiujin.device.scanner;

/// A scanner that types like a keyboard. Only the application sees its keys, and hands them over.
///
/// The input method must be off while codes are typed: text that comes composed is no code.
///
/// @since 0.2
public interface WedgeScanner extends CodeScanner {
  /// Hands over what one key press typed, whoever pressed it. Any thread, in order.
  ///
  /// @param characters as the toolkit says: `A`, or `\r` for the return key
  /// @param nanos when, by [System#nanoTime()]
  /// @return whether it belongs to a code, so that no field and no button may get it. The first characters of a code
  ///     without prefix cannot be told from typing.
  boolean typed(String characters, long nanos);
}
