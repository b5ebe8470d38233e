package org.jiujin.agent.update;

import com.google.protobuf.ByteString;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiujin.fleet.update.Assignment;
import org.jiujin.fleet.update.Urgency;
import org.jiujin.update.patch.ZstdPatch;
import org.jiujin.update.trust.metadata.Hashes;
import org.jiujin.update.trust.release.ContentAddress;
import org.jiujin.update.trust.release.FilePatch;
import org.jiujin.update.trust.release.Manifest;
import org.jiujin.update.trust.release.ReleaseFile;
import org.jiujin.update.trust.release.ReleaseId;
import org.jiujin.update.trust.release.ReleaseKind;
import org.jiujin.update.trust.source.FolderSource;
import org.jspecify.annotations.Nullable;

/// The content of releases in a folder, without signatures.
record Shelf(Path folder) {
  static final Patcher PATCHER = Shelf::patch;

  FolderSource source() {
    return new FolderSource(folder);
  }

  /// A release with these files; those of the same path in the earlier one get a patch. The name of one that can be run begins with
  /// `bin/`.
  Build release(String version, Map<String, byte[]> files, Map<String, byte[]> earlier)
      throws IOException {
    List<ReleaseFile> listed = new ArrayList<>();
    for (Map.Entry<String, byte[]> one : files.entrySet()) {
      byte[] content = one.getValue();
      List<FilePatch> patches = new ArrayList<>();
      byte[] old = earlier.get(one.getKey());
      if (old != null) {
        byte[] patch = ZstdPatch.make(old, content);
        if (patch.length < content.length) {
          var listedPatch = new FilePatch(sha256(old), sha256(patch), patch.length);
          put(ContentAddress.of(listedPatch), patch);
          patches.add(listedPatch);
        }
      }
      var file =
          new ReleaseFile(
              one.getKey(),
              content.length,
              sha256(content),
              one.getKey().startsWith("bin/"),
              patches);
      put(ContentAddress.of(file), content);
      listed.add(file);
    }
    var manifest = new Manifest(new ReleaseId(ReleaseKind.APP, version), listed);
    return new Build(ByteString.copyFrom(manifest.toBytes()), manifest);
  }

  void remove(String address) throws IOException {
    Files.delete(folder.resolve(address));
  }

  void put(String address, byte[] content) throws IOException {
    Path place = folder.resolve(address);
    Files.createDirectories(Objects.requireNonNull(place.getParent()));
    Files.write(place, content);
  }

  static Assignment assignment(Build build, int attempt) {
    return new Assignment(
        "app",
        build.manifest().id().version(),
        ByteString.copyFrom(HexFormat.of().parseHex(sha256(build.written().toByteArray()))),
        attempt,
        Instant.EPOCH,
        Urgency.SOON);
  }

  static String sha256(byte[] bytes) {
    return Hashes.of(bytes).prefix();
  }

  private static boolean patch(@Nullable Path old, Path patch, Path fresh, long length)
      throws IOException {
    byte[] from = old == null ? new byte[0] : Files.readAllBytes(old);
    try (OutputStream out = Files.newOutputStream(fresh)) {
      ZstdPatch.apply(from, new ByteArrayInputStream(Files.readAllBytes(patch)), out, length);
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
