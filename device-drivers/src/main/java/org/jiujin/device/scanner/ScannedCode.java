package org.jiujin.device.scanner;

/// What a code says.
///
/// The text may be personal, so it masks itself.
///
/// @param symbology how it was written
/// @param text as the code declares its charset; where it declares none, UTF-8 if that is what the bytes are, else
///     GB 18030
/// @since 0.1
public record ScannedCode(Symbology symbology, String text) {
  @Override
  public String toString() {
    return "ScannedCode[" + symbology + ", " + text.length() + " characters, masked]";
  }
}
