package org.jiujin.update.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jiujin.update.trust.metadata.Hashes;
import org.jiujin.update.trust.metadata.TargetFile;
import org.jiujin.update.trust.source.FetchFailed;
import org.jiujin.update.trust.source.RepositoryPath;
import org.jiujin.update.trust.source.RepositorySource;
import org.jiujin.update.trust.store.FileName;
import org.jiujin.update.trust.store.WholeFile;

/// Downloads target files whole into a folder (TUF specification, 5.7).
///
/// @param source where the target files are
/// @param consistent whether hashes stand before their names there, as the root says
/// @param folder must exist
public record TargetDownload(RepositorySource source, boolean consistent, Path folder) {
  private static final int PIECE = 16 * 1024;

  /// Downloads a file, unless it is already there.
  ///
  /// @param file as a refresh found it
  /// @return where it is now: its escaped path in the folder
  /// @throws UpdateRefused if it cannot be had, or is not the one that was signed; what was there before stays
  /// @throws IOException if the folder cannot be read or written
  public Path download(TargetFile file) throws UpdateRefused, IOException {
    Path place = folder.resolve(FileName.of(file.path()));
    if (isThere(place, file)) {
      return place;
    }
    try (WholeFile whole = WholeFile.replacing(place)) {
      var checked = new Checked(file.hashes().check(), whole);
      fetch(file, checked);
      if (checked.length != file.length()) {
        throw new UpdateRefused(
            Refusal.WRONG_LENGTH,
            "%s has %d bytes where %d are signed"
                .formatted(file.path(), checked.length, file.length()));
      }
      if (!checked.hashes.match()) {
        throw new UpdateRefused(
            Refusal.WRONG_HASH, file.path() + " has not the hash that is signed");
      }
      whole.commit();
    }
    return place;
  }

  private void fetch(TargetFile file, OutputStream to) throws UpdateRefused, IOException {
    RepositoryPath path = RepositoryPath.of(file.path());
    try {
      if (!source.fetch(
          consistent ? path.prefixed(file.hashes().prefix() + ".") : path, file.length(), to)) {
        throw new UpdateRefused(Refusal.MISSING, "the repository has no " + file.path());
      }
    } catch (FetchFailed e) {
      throw Repository.refused(e);
    }
  }

  private static boolean isThere(Path place, TargetFile file) throws IOException {
    if (!Files.isRegularFile(place) || Files.size(place) != file.length()) {
      return false;
    }
    Hashes.Check check = file.hashes().check();
    var piece = new byte[PIECE];
    try (InputStream in = Files.newInputStream(place)) {
      for (int length = in.read(piece); length > 0; length = in.read(piece)) {
        check.take(piece, 0, length);
      }
    }
    return check.match();
  }

  /// Hashes and counts what goes through.
  private static final class Checked extends OutputStream {
    private final Hashes.Check hashes;
    private final OutputStream to;
    private long length;

    Checked(Hashes.Check hashes, OutputStream to) {
      this.hashes = hashes;
      this.to = to;
    }

    @Override
    public void write(int single) throws IOException {
      write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
      hashes.take(bytes, offset, count);
      length += count;
      to.write(bytes, offset, count);
    }
  }
}
