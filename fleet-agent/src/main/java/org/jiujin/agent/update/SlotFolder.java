package org.jiujin.agent.update;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiujin.update.trust.json.MalformedJson;
import org.jiujin.update.trust.release.Manifest;
import org.jiujin.update.trust.release.ReleaseFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The releases of one kind on this machine, each in a slot of its own:
///
/// ```
/// ROOT/7/manifest.json     as it was signed
/// ROOT/7/image/…           what it describes
/// ROOT/building/           a slot on its way; becomes ROOT/8 in one step when it is whole
/// ```
///
/// A slot is never written to. A folder with a number and without a manifest is the rest of one that was being removed.
///
/// @param root made when it is first needed
record SlotFolder(UpdateDisk disk, Path root) {
  private static final Logger LOG = LoggerFactory.getLogger(SlotFolder.class);
  private static final String MANIFEST = "manifest.json";
  private static final String IMAGE = "image";

  /// The slots, in no order; what is left of removed ones among them.
  List<Long> numbers() throws IOException {
    return disk.names(root).stream()
        .filter(name -> name.matches("[1-9]\\d{0,17}"))
        .map(Long::parseLong)
        .toList();
  }

  /// Where the release of a slot is.
  Path image(long slot) {
    return image(folder(slot));
  }

  static Path image(Path slot) {
    return slot.resolve(IMAGE);
  }

  static Path manifest(Path slot) {
    return slot.resolve(MANIFEST);
  }

  Path folder(long slot) {
    return root.resolve(Long.toString(slot));
  }

  Path building() {
    return root.resolve("building");
  }

  /// Whether there is a release in a slot.
  boolean has(long slot) throws IOException {
    return disk.length(manifest(folder(slot))) > 0;
  }

  /// The manifest in the folder of a slot as it was signed; empty when there is none that could be ours.
  Optional<ByteString> written(Path slot) throws IOException {
    long length = disk.length(manifest(slot));
    if (length <= 0 || length > Manifest.MOST_BYTES) {
      return Optional.empty();
    }
    try (InputStream in = disk.read(manifest(slot))) {
      return Optional.of(ByteString.readFrom(in));
    }
  }

  /// The slot that holds a release, whole.
  Optional<Long> holding(Build build) throws IOException {
    for (long slot : numbers()) {
      if (written(folder(slot)).equals(Optional.of(build.written()))) {
        if (isWhole(image(slot), build.manifest())) {
          return Optional.of(slot);
        }
        LOG.error("slot {} with {} is damaged; it is built anew", slot, build.manifest().id());
      }
    }
    return Optional.empty();
  }

  /// The files of every slot whose manifest can be read. Whether they are still as it says, nobody has looked.
  List<HeldFile> files() throws IOException {
    List<HeldFile> files = new ArrayList<>();
    for (long slot : numbers()) {
      Optional<ByteString> written = written(folder(slot));
      if (written.isPresent()) {
        for (ReleaseFile file : files(written.get())) {
          files.add(new HeldFile(file.sha256(), image(slot).resolve(file.path())));
        }
      }
    }
    return files;
  }

  /// A file that may have this content.
  record HeldFile(String sha256, Path path) {}

  /// Removes every slot but these.
  void removeAllBut(Set<Long> slots) throws IOException {
    for (long slot : numbers()) {
      if (!slots.contains(slot)) {
        LOG.info("slot {} is removed", slot);
        disk.delete(manifest(folder(slot)));
        disk.delete(folder(slot));
      }
    }
  }

  /// Whether an image is what its manifest says, to the byte.
  boolean isWhole(Path image, Manifest manifest) throws IOException {
    for (ReleaseFile file : manifest.files()) {
      if (!isThere(image.resolve(file.path()), file)) {
        return false;
      }
    }
    return true;
  }

  /// Whether a file is what a manifest says.
  boolean isThere(Path place, ReleaseFile file) throws IOException {
    if (disk.length(place) != file.length()) {
      return false;
    }
    try (InputStream in = disk.read(place)) {
      return Sha256.of(in).equals(file.sha256());
    }
  }

  private static List<ReleaseFile> files(ByteString written) {
    try {
      return Manifest.read(written.toByteArray()).files();
    } catch (MalformedJson e) {
      LOG.warn("the manifest of a slot cannot be read: {}", e.getMessage());
      return List.of();
    }
  }
}
