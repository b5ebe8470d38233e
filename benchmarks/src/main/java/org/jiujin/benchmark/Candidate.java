package org.jiujin.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jiujin.device.scanner.GreyFrame;
import org.jiujin.device.scanner.ScannedCode;
import org.jiujin.device.zxing.CodeReaders;

/// A reader that takes part.
///
/// @param name in the tables
/// @param fresh a reader that has seen nothing yet
record Candidate(String name, Supplier<Function<GreyFrame, Optional<String>>> fresh) {
  /// A read counts only if the text is one of the expected ones.
  static boolean right(Optional<String> read, List<String> expected) {
    return read.isPresent() && expected.contains(read.get());
  }

  static Candidate ours(String name, Duration limit) {
    return new Candidate(
        name,
        () -> {
          var reader = CodeReaders.qrStill(limit);
          return frame -> reader.read(frame).map(ScannedCode::text);
        });
  }

  static Candidate oursBurst(String name, Duration limit) {
    return new Candidate(
        name,
        () -> {
          var reader = CodeReaders.qrBurst(limit);
          return frame -> reader.next(frame).map(ScannedCode::text);
        });
  }

  /// Readers of others, all with one thread.
  static List<Candidate> peers() {
    return List.of(
        new Candidate("ZXing MultiFormatReader TRY_HARDER", ZxingPeer::thorough),
        new Candidate("ZXing QRCodeReader Hybrid", ZxingPeer::qrCode),
        new Candidate("BoofCV", BoofcvPeer::precise),
        new Candidate("BoofCV fast", BoofcvPeer::fast));
  }
}
