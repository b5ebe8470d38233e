package org.jiujin.device.printer;

/// How a document is to be printed, always on A4.
///
/// @param copies 1 to [#MAX_COPIES]
/// @param duplex both sides of a sheet, turned over the long edge
/// @param colour in colour; otherwise black
/// @since 0.2
public record PrintTicket(int copies, boolean duplex, boolean colour) {
  /// More is a mistake at a self-service terminal.
  public static final int MAX_COPIES = 20;

  /// One copy, one side, black.
  public static final PrintTicket SINGLE = new PrintTicket(1, false, false);

  public PrintTicket {
    if (copies < 1 || copies > MAX_COPIES) {
      throw new IllegalArgumentException("print 1 to 20 copies, not " + copies);
    }
  }
}
