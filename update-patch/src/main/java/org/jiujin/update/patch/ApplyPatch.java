package org.jiujin.update.patch;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/// Applies one patch and ends: `ApplyPatch OLD PATCH FRESH LENGTH`. `OLD` is `-` for no earlier file; `FRESH` must not exist yet, and
/// is flushed when the program ends. Exit code 0 when `FRESH` has `LENGTH` bytes; 1 with the reason on standard error otherwise.
/// Whether they are the right ones, the caller's hash says.
public final class ApplyPatch {
  private static final String NOTHING = "-";

  private ApplyPatch() {}

  /// Runs the program.
  public static void main(String[] arguments) {
    var err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    System.exit(run(Arrays.asList(arguments), err));
  }

  /// Does the same without ending the process.
  ///
  /// @return the exit code
  static int run(List<String> words, PrintStream err) {
    try {
      if (words.size() != 4) {
        throw new IOException("four words are needed: OLD PATCH FRESH LENGTH");
      }
      apply(
          words.get(0), Path.of(words.get(1)), Path.of(words.get(2)), Long.parseLong(words.get(3)));
      return 0;
    } catch (IOException | IllegalArgumentException e) {
      err.println("patch: " + e);
      return 1;
    }
  }

  private static void apply(String oldName, Path patch, Path fresh, long length)
      throws IOException {
    byte[] old = oldName.equals(NOTHING) ? new byte[0] : old(Path.of(oldName));
    try (InputStream in = Files.newInputStream(patch);
        OutputStream out =
            Files.newOutputStream(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.DSYNC)) {
      ZstdPatch.apply(old, in, out, length);
    }
  }

  private static byte[] old(Path file) throws IOException {
    if (Files.size(file) > ZstdPatch.MOST_BYTES) {
      throw new IOException(file.getFileName() + " is longer than what is patched");
    }
    return Files.readAllBytes(file);
  }
}
