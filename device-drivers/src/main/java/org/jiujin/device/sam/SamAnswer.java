package org.jiujin.device.sam;

/// What came back for a command.
sealed interface SamAnswer {
  record Answered(SamFrame frame) implements SamAnswer {}

  /// Nothing.
  record Silent() implements SamAnswer {}

  /// Something that is no frame, or a frame cut short.
  record Garbled() implements SamAnswer {}

  /// The line is gone.
  record Lost() implements SamAnswer {}
}
