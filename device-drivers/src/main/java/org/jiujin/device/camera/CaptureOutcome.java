package org.jiujin.device.camera;

import java.util.List;
import org.jiujin.device.Fault;

/// How taking a picture ended.
///
/// @param <P> the picture of a page or of a face
/// @since 0.2
public sealed interface CaptureOutcome<P> {
  /// A good picture was taken. Personal: whoever gets it wipes it.
  record Captured<P>(P picture) implements CaptureOutcome<P> {}

  /// The camera works, but no picture was good enough in time.
  ///
  /// @param verdicts what was wrong with the last one, the first to mend first; never empty
  record NotGood<P>(List<Verdict> verdicts) implements CaptureOutcome<P> {
    public NotGood {
      verdicts = List.copyOf(verdicts);
    }
  }

  /// The camera does not work, or somebody else uses it.
  record Refused<P>(Fault fault) implements CaptureOutcome<P> {}

  /// The wait was ended.
  record Cancelled<P>() implements CaptureOutcome<P> {}
}
