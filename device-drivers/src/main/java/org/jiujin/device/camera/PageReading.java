package org.jiujin.device.camera;

import java.util.List;
import org.jiujin.device.Fault;

/// What was found in one picture that no camera of ours took.
///
/// @since 0.2
public sealed interface PageReading {
  /// There is a page. Personal: whoever gets it wipes it.
  ///
  /// @param verdicts what is wrong with it; empty when nothing is
  record Found(PagePicture picture, List<Verdict> verdicts) implements PageReading {
    public Found {
      verdicts = List.copyOf(verdicts);
    }
  }

  /// There is none.
  ///
  /// @param verdicts [PageFlaw#NO_PAGE], and what may be the reason
  record NoPage(List<Verdict> verdicts) implements PageReading {
    public NoPage {
      verdicts = List.copyOf(verdicts);
    }
  }

  /// The file is no picture: neither JPEG nor PNG, damaged, or larger than 24 million pixels.
  record NoPicture() implements PageReading {}

  /// Pictures cannot be read on this machine.
  record Refused(Fault fault) implements PageReading {}
}
