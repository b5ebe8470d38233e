package org.jiujin.kiosk.application;

/// What can be wrong with the store or its key. The name is the stable code for logs, the console and the screen.
public enum StoreFault {
  /// No room on the disk, or the store's own limit is reached.
  DISK_FULL,
  /// Another process holds the store.
  STORE_BUSY,
  /// The database file is damaged.
  STORE_DAMAGED,
  /// The database was written by a newer version of this program.
  STORE_NEWER,
  /// The file system refuses: permissions, a pulled disk, an I/O error.
  STORE_FAILED,
  /// All local numbers of the day are used.
  NUMBERS_EXHAUSTED,
  /// Others than the owner may read the key file.
  KEY_EXPOSED,
  /// The key file is not a key.
  KEY_BROKEN,
  /// The key file cannot be read or written.
  KEY_FAILED,
  /// The row was sealed with another key.
  KEY_OTHER,
  /// The row was changed after it was sealed.
  SEAL_BROKEN
}
