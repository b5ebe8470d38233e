package org.jiujin.agent.update;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jiujin.update.trust.release.ContentAddress;
import org.jiujin.update.trust.release.FilePatch;
import org.jiujin.update.trust.release.Manifest;
import org.jiujin.update.trust.release.ReleaseFile;
import org.jiujin.update.trust.source.FetchFailed;
import org.jiujin.update.trust.source.RepositoryPath;
import org.jiujin.update.trust.source.RepositorySource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts a release into a slot: files that are on this machine are copied, others made by the shortest patch or fetched. Whatever the way,
/// a file takes its place only when it is the one that was signed, to the byte.
///
/// A build that broke off goes on where it was, at the byte. For one thread.
final class SlotBuilder {
  private static final Logger LOG = LoggerFactory.getLogger(SlotBuilder.class);

  /// The SHA-256 of nothing: a patch from it needs no earlier file.
  private static final String NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private static final String DAMAGED = "damaged";
  private static final String FRESH = ".fresh";

  private final SlotFolder slots;
  private final UpdateDisk disk;
  private final RepositorySource content;
  private final Patcher patcher;
  private final long floor;
  private final Path building;
  private final Path parts;

  /// @param content where files and patches are
  /// @param floor how many bytes of the disk stay free
  SlotBuilder(SlotFolder slots, RepositorySource content, Patcher patcher, long floor) {
    this.slots = slots;
    this.disk = slots.disk();
    this.content = content;
    this.patcher = patcher;
    this.floor = floor;
    this.building = slots.building();
    this.parts = building.resolve("parts");
  }

  /// Builds a release.
  ///
  /// @param held files that may be of use; gets to know those that were made
  /// @param needed slots that are not touched; their numbers are not given again
  /// @return the number of its slot, whole and on the medium
  /// @throws NotBuilt if it cannot be had for now
  /// @throws IOException if the disk fails
  long build(Build build, HeldContent held, Set<Long> needed)
      throws NotBuilt, IOException, InterruptedException {
    Optional<Long> there = slots.holding(build);
    if (there.isPresent()) {
      return there.get();
    }
    begin(build);
    List<ReleaseFile> missing = missing(build.manifest());
    long left = missing.stream().mapToLong(ReleaseFile::length).sum();
    for (ReleaseFile file : missing) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      makeRoom(left, needed);
      bring(file, held);
      left -= file.length();
    }
    long slot = unused(needed);
    finish(build.manifest(), slot);
    LOG.info("{} lies in slot {}", build.manifest().id(), slot);
    return slot;
  }

  private void begin(Build build) throws IOException {
    if (!slots.written(building).equals(Optional.of(build.written()))) {
      disk.delete(SlotFolder.manifest(building));
      disk.delete(building);
      disk.makeFolder(building);
      Path fresh = building.resolve("manifest" + FRESH);
      try (OutputStream out = disk.append(fresh)) {
        build.written().writeTo(out);
      }
      disk.flush(fresh);
      disk.move(fresh, SlotFolder.manifest(building));
    }
    disk.makeFolder(parts);
    for (String name : disk.names(parts)) {
      if (name.endsWith(FRESH)) {
        disk.delete(parts.resolve(name));
      }
    }
  }

  private List<ReleaseFile> missing(Manifest manifest) throws IOException {
    List<ReleaseFile> missing = new ArrayList<>();
    for (ReleaseFile file : manifest.files()) {
      if (!slots.isThere(place(file), file)) {
        missing.add(file);
      }
    }
    return missing;
  }

  private void makeRoom(long bytes, Set<Long> needed) throws NotBuilt, IOException {
    if (disk.free() - bytes < floor) {
      slots.removeAllBut(needed);
    }
    long free = disk.free();
    if (free - bytes < floor) {
      throw new NotBuilt(
          "disk-full",
          "%d bytes are to come, %d are free, %d stay free".formatted(bytes, free, floor));
    }
  }

  private void bring(ReleaseFile file, HeldContent held)
      throws NotBuilt, IOException, InterruptedException {
    Path made = copied(file, held).orElse(null);
    if (made == null) {
      made = patched(file, held).orElse(null);
    }
    if (made == null) {
      made = fetched(ContentAddress.of(file), file.sha256(), file.length());
    }
    if (file.executable()) {
      disk.makeExecutable(made);
    }
    disk.flush(made);
    Path place = place(file);
    disk.makeFolder(folderOf(place));
    disk.move(made, place);
    held.add(file.sha256(), place);
  }

  private Optional<Path> copied(ReleaseFile file, HeldContent held) throws IOException {
    Optional<Path> source = held.find(file.sha256());
    if (source.isEmpty() || disk.length(source.get()) != file.length()) {
      return Optional.empty();
    }
    Path fresh = fresh(file);
    String sha256;
    try (InputStream in = disk.read(source.get());
        OutputStream out = disk.append(fresh)) {
      sha256 = Sha256.copying(in, out);
    }
    return onlyIf(sha256.equals(file.sha256()), fresh);
  }

  private Optional<Path> patched(ReleaseFile file, HeldContent held)
      throws NotBuilt, IOException, InterruptedException {
    List<FilePatch> shortestFirst =
        file.patches().stream().sorted(Comparator.comparingLong(FilePatch::length)).toList();
    for (FilePatch patch : shortestFirst) {
      Path old = held.find(patch.from()).orElse(null);
      if (patch.from().equals(NOTHING) || (old != null && disk.length(old) >= 0)) {
        Optional<Path> made = patched(file, patch, patch.from().equals(NOTHING) ? null : old);
        if (made.isPresent()) {
          return made;
        }
        LOG.warn("{} is not what its patch makes; it is had another way", file.path());
      }
    }
    return Optional.empty();
  }

  private Optional<Path> patched(ReleaseFile file, FilePatch patch, @Nullable Path old)
      throws NotBuilt, IOException, InterruptedException {
    Path fetched;
    try {
      fetched = fetched(ContentAddress.of(patch), patch.sha256(), patch.length());
    } catch (NotBuilt e) {
      if (e.why().equals(DAMAGED)) {
        LOG.warn("a patch of {}: {}", file.path(), e.getMessage());
        return Optional.empty(); // the whole file may be better
      }
      throw e;
    }
    Path fresh = fresh(file);
    boolean good = patcher.apply(old, fetched, fresh, file.length()) && slots.isThere(fresh, file);
    disk.delete(fetched);
    return onlyIf(good, fresh);
  }

  private Optional<Path> onlyIf(boolean good, Path fresh) throws IOException {
    if (!good) {
      disk.delete(fresh);
    }
    return good ? Optional.of(fresh) : Optional.empty();
  }

  private Path fetched(String address, String sha256, long length)
      throws NotBuilt, IOException, InterruptedException {
    Path part = parts.resolve(sha256);
    boolean begun = disk.length(part) > 0;
    if (!complete(part, address, sha256, length)
        && !(begun && complete(part, address, sha256, length))) { // a power cut spoils an end
      throw new NotBuilt(DAMAGED, address + " is not what is signed");
    }
    return part;
  }

  /// Fetches what is missing of a file; when it is not the right one then, it is removed.
  ///
  /// @return whether it is the right one
  private boolean complete(Path part, String address, String sha256, long length)
      throws NotBuilt, IOException, InterruptedException {
    if (disk.length(part) > length) {
      disk.delete(part);
    }
    long there = Math.max(0, disk.length(part));
    try (OutputStream out = disk.append(part)) {
      if (there < length
          && !content.fetch(RepositoryPath.of(address), there, length - there, out)) {
        throw new NotBuilt(DAMAGED, "the repository has no " + address);
      }
    } catch (FetchFailed e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw NotBuilt.of(e);
    }
    boolean right;
    try (InputStream in = disk.read(part)) {
      right = Sha256.of(in).equals(sha256);
    }
    if (!right) {
      disk.delete(part);
    }
    return right;
  }

  private long unused(Set<Long> needed) throws IOException {
    return Stream.concat(slots.numbers().stream(), needed.stream())
            .max(Comparator.naturalOrder())
            .orElse(0L)
        + 1;
  }

  private void finish(Manifest manifest, long slot) throws IOException {
    disk.delete(parts);
    for (Path folder : folders(manifest)) {
      disk.flush(folder);
    }
    disk.flush(building);
    disk.move(building, slots.folder(slot));
    disk.flush(slots.root());
    disk.flush(folderOf(slots.root()));
  }

  /// The folders of an image, that of the image itself among them.
  private Set<Path> folders(Manifest manifest) {
    Path image = SlotFolder.image(building);
    Set<Path> folders = new TreeSet<>(Set.of(image));
    for (ReleaseFile file : manifest.files()) {
      for (Path folder = folderOf(place(file)); !folder.equals(image); folder = folderOf(folder)) {
        folders.add(folder);
      }
    }
    return folders;
  }

  private Path place(ReleaseFile file) {
    return SlotFolder.image(building).resolve(file.path());
  }

  private Path fresh(ReleaseFile file) {
    return parts.resolve(file.sha256() + FRESH);
  }

  private static Path folderOf(Path path) {
    return Objects.requireNonNull(path.getParent(), "it is below the root");
  }
}
