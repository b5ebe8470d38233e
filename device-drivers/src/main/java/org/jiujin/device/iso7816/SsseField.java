package org.jiujin.device.iso7816;

/// The records of a social-security card that this house reads (devices reference, 5.1, "Files").
enum SsseField {
  RECOGNITION_CODE(0xEF05, 0x01, 0x10),
  CARD_CLASS(0xEF05, 0x02, 0x01),
  VERSION(0xEF05, 0x03, 0x04),
  INSTITUTION(0xEF05, 0x04, 0x0C),
  ISSUED(0xEF05, 0x05, 0x04),
  EXPIRES(0xEF05, 0x06, 0x04),
  CARD_NUMBER(0xEF05, 0x07, 0x09),
  NUMBER(0xEF06, 0x08, 0x12),
  NAME(0xEF06, 0x09, 0x1E),
  NAME_EXTENSION(0xEF06, 0x4E, 0x14),
  SEX(0xEF06, 0x0A, 0x01),
  NATION(0xEF06, 0x0B, 0x01),
  BIRTH_REGION(0xEF06, 0x0C, 0x03),
  BIRTH(0xEF06, 0x0D, 0x04);

  private final int file;
  private final int tag;
  private final int length;

  SsseField(int file, int tag, int length) {
    this.file = file;
    this.tag = tag;
    this.length = length;
  }

  int file() {
    return file;
  }

  int tag() {
    return tag;
  }

  /// Bytes of the value.
  int length() {
    return length;
  }
}
