package org.jiujin.kiosk.audit;

import java.nio.file.Path;
import java.util.Optional;

/// What reading a journal from its first to its last entry showed.
public sealed interface Verdict {
  /// Every entry follows from the one before.
  ///
  /// @param first the number of the oldest entry that is kept; 0 when there is none
  /// @param head empty when there is no entry
  /// @param tornBytes what is left of an entry that a loss of power cut; it counts as not written
  record Sound(long first, Optional<ChainHead> head, int tornBytes) implements Verdict {}

  /// There is a place where the journal does not fit.
  ///
  /// @param file where; the folder, if a file is missing
  /// @param line from 1; 0 for the file as a whole
  /// @param why plain English, without anything of the entry
  /// @param lastGood the last entry before that place
  record Broken(Path file, int line, String why, Optional<ChainHead> lastGood) implements Verdict {}
}
