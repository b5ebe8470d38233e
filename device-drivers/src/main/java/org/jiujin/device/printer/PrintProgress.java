package org.jiujin.device.printer;

import org.jiujin.device.Fault;

/// How far a document is.
///
/// @since 0.2
public sealed interface PrintProgress {
  /// The printer took the document.
  record Accepted() implements PrintProgress {}

  /// So many sheets are out.
  record Sheets(int sheets) implements PrintProgress {}

  /// The printer waits for somebody: for paper, for example. It goes on by itself then.
  record Waiting(Fault fault) implements PrintProgress {}
}
