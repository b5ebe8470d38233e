package org.jiujin.device.printer;

import java.util.List;

/// What is to be printed on one strip of paper, from top to bottom.
///
/// Personal: masks itself, as its lines do.
///
/// @param lines 1 to [#MAX_LINES]
/// @since 0.1
public record Receipt(List<ReceiptLine> lines) {
  /// More lines than this are a mistake: a strip of more than about a metre.
  public static final int MAX_LINES = 200;

  public Receipt {
    lines = List.copyOf(lines);
    if (lines.isEmpty() || lines.size() > MAX_LINES) {
      throw new IllegalArgumentException("a receipt has 1 to 200 lines, not " + lines.size());
    }
  }

  @Override
  public String toString() {
    return "Receipt[" + lines.size() + " lines, masked]";
  }
}
