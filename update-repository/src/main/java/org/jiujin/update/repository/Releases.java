package org.jiujin.update.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiujin.update.patch.ZstdPatch;
import org.jiujin.update.trust.json.JsonObject;
import org.jiujin.update.trust.json.MalformedJson;
import org.jiujin.update.trust.metadata.Hashes;
import org.jiujin.update.trust.metadata.TargetFile;
import org.jiujin.update.trust.release.ContentAddress;
import org.jiujin.update.trust.release.FilePatch;
import org.jiujin.update.trust.release.Manifest;
import org.jiujin.update.trust.release.ReleaseFile;
import org.jiujin.update.trust.release.ReleaseId;
import org.jiujin.update.trust.release.ReleaseKind;

/// The releases of a repository: adds them with patches from earlier ones, takes them back, lists them.
public final class Releases {
  /// From so many earlier releases patches are made. With the one from nothing it is fewer than a manifest allows.
  private static final int PATCHED_FROM = 3;

  private static final byte[] NOTHING = {};

  /// What stands behind the name of a library.
  private static final Pattern JAR_VERSION = Pattern.compile("-\\d[\\w.+]*(?=(-[\\w-]+)?\\.jar$)");

  private static final String NUMBER = "number";

  private final Layout layout;
  private final MetadataFolder metadata;
  private final Staging staging;
  private final Consumer<String> progress;

  /// @param progress hears a line for each file that takes a while
  public Releases(Layout layout, InstantSource clock, Consumer<String> progress) {
    this.layout = layout;
    this.metadata = new MetadataFolder(layout);
    this.staging = new Staging(layout, clock);
    this.progress = progress;
  }

  /// One release as it is listed.
  ///
  /// @param number in the order of adding
  public record Listed(long number, TargetFile target, Manifest manifest) {}

  /// Adds a release and stages it.
  ///
  /// Jars are stored without compression; everything else is taken as it is, with the right to be executed.
  ///
  /// @param image a folder of files; empty folders in it are left out
  /// @throws RepositoryException if there is this release already, or the image cannot be one
  public Manifest add(ReleaseId id, Path image) throws RepositoryException, IOException {
    Map<String, TargetFile> files = new LinkedHashMap<>(metadata.targets(id.kind().role()).files());
    if (files.containsKey(id.target())) {
      throw new RepositoryException(id + " is there already; a release never changes");
    }
    List<Listed> earlier = list(id.kind());
    Manifest manifest = store(id, image, patchable(earlier));
    byte[] bytes = manifest.toBytes();
    if (bytes.length > Manifest.MOST_BYTES) {
      throw new RepositoryException("the manifest of %s is too long".formatted(id));
    }
    long number = 1 + earlier.stream().mapToLong(Listed::number).max().orElse(0);
    var target =
        new TargetFile(
            id.target(),
            bytes.length,
            Hashes.of(bytes),
            new JsonObject.Builder().put(NUMBER, number).build());
    Content.keep(bytes, layout.target(target));
    files.put(id.target(), target);
    staging.stage(id.kind().role(), files);
    return manifest;
  }

  /// Stages that nobody vouches for a release any more. Terminals that have it keep it until they are directed to another.
  ///
  /// @throws RepositoryException if there is no such release
  public void revoke(ReleaseId id) throws RepositoryException, IOException {
    Map<String, TargetFile> files = new LinkedHashMap<>(metadata.targets(id.kind().role()).files());
    if (files.remove(id.target()) == null) {
      throw new RepositoryException("there is no " + id + "; ./kiosk repo list lists all");
    }
    staging.stage(id.kind().role(), files);
  }

  /// The releases of a kind, staged ones as well, the newest first.
  public List<Listed> list(ReleaseKind kind) throws RepositoryException, IOException {
    List<Listed> all = new ArrayList<>();
    for (TargetFile target : metadata.targets(kind.role()).files().values()) {
      Optional<ReleaseId> id = id(kind, target.path());
      if (id.isPresent()) {
        all.add(listed(id.get(), target));
      }
    }
    all.sort(Comparator.comparingLong(Listed::number).reversed());
    return all;
  }

  private static Optional<ReleaseId> id(ReleaseKind kind, String path) {
    String head = kind.word() + "/";
    String tail = ".json";
    if (!path.startsWith(head) || !path.endsWith(tail)) {
      return Optional.empty();
    }
    String version = path.substring(head.length(), path.length() - tail.length());
    return ReleaseId.isVersion(version)
        ? Optional.of(new ReleaseId(kind, version))
        : Optional.empty();
  }

  private Listed listed(ReleaseId id, TargetFile target) throws RepositoryException, IOException {
    try {
      return new Listed(
          target.custom().whole(NUMBER, 1),
          target,
          Manifest.read(id, Files.readAllBytes(layout.target(target))));
    } catch (MalformedJson e) {
      throw new RepositoryException(id + " is damaged: " + e.getMessage());
    }
  }

  private static Map<String, List<ReleaseFile>> patchable(List<Listed> earlier) {
    Map<String, List<ReleaseFile>> byPlace = new HashMap<>();
    earlier.stream()
        .limit(PATCHED_FROM)
        .flatMap(one -> one.manifest().files().stream())
        .forEach(
            file -> byPlace.computeIfAbsent(place(file.path()), _ -> new ArrayList<>()).add(file));
    return byPlace;
  }

  /// The same for two versions of one library.
  private static String place(String path) {
    return JAR_VERSION.matcher(path).replaceFirst("");
  }

  private Manifest store(ReleaseId id, Path image, Map<String, List<ReleaseFile>> earlier)
      throws RepositoryException, IOException {
    Path work = Files.createTempDirectory(layout.root(), "work-");
    try {
      List<ReleaseFile> files = new ArrayList<>();
      for (Path file : files(image)) {
        String path = path(image, file);
        Path taken = path.endsWith(".jar") ? stored(file, work) : file;
        files.add(store(path, taken, Files.isExecutable(file), earlier));
      }
      return new Manifest(id, files);
    } catch (IllegalArgumentException e) {
      throw new RepositoryException("%s: %s".formatted(image, e.getMessage()));
    } finally {
      try (Stream<Path> left = Files.walk(work)) {
        for (Path one : left.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      }
    }
  }

  private static Path stored(Path jar, Path work) throws RepositoryException, IOException {
    Path stored = work.resolve("stored.jar");
    Files.deleteIfExists(stored);
    StoredJar.write(jar, stored);
    return stored;
  }

  private static List<Path> files(Path image) throws RepositoryException, IOException {
    if (!Files.isDirectory(image)) {
      throw new RepositoryException(image + " is no folder");
    }
    List<Path> files = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(image)) {
      for (Path file : walk.sorted().toList()) {
        if (Files.isSymbolicLink(file)) {
          throw new RepositoryException(file + " is a link; a release holds files only");
        }
        if (Files.isRegularFile(file)) {
          files.add(file);
        }
      }
    }
    return files;
  }

  private static String path(Path image, Path file) {
    return image.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  private ReleaseFile store(
      String path, Path taken, boolean executable, Map<String, List<ReleaseFile>> earlier)
      throws IOException {
    long length = Files.size(taken);
    String sha256 = Content.sha256(taken);
    var plain = new ReleaseFile(path, length, sha256, executable, List.of());
    Path place = layout.targets().resolve(ContentAddress.of(plain));
    Content.keep(taken, place);
    if (length == 0) {
      return plain;
    }
    Map<String, FilePatch> patches = new LinkedHashMap<>();
    List<ReleaseFile> from = earlier.getOrDefault(place(path), List.of());
    Optional<ReleaseFile> same =
        from.stream().filter(file -> file.sha256().equals(sha256)).findFirst();
    if (same.isPresent()) {
      // made when the file came; nobody needs more who has it
      return new ReleaseFile(path, length, sha256, executable, same.get().patches());
    }
    progress.accept("%s, %d bytes".formatted(path, length));
    byte[] compressed = ZstdPatch.compressed(Files.newInputStream(place));
    keepPatch(NOTHING, compressed, length, patches);
    long whole = Math.min(length, compressed.length);
    if (length > ZstdPatch.MOST_BYTES) {
      return new ReleaseFile(path, length, sha256, executable, List.copyOf(patches.values()));
    }
    byte[] fresh = Files.readAllBytes(place);
    for (ReleaseFile old : from) {
      if (!patches.containsKey(old.sha256()) && old.length() <= ZstdPatch.MOST_BYTES) {
        byte[] before = Files.readAllBytes(layout.targets().resolve(ContentAddress.of(old)));
        makePatch(before, fresh, whole, patches);
      }
    }
    return new ReleaseFile(path, length, sha256, executable, List.copyOf(patches.values()));
  }

  private void makePatch(byte[] old, byte[] fresh, long most, Map<String, FilePatch> patches)
      throws IOException {
    try {
      keepPatch(old, ZstdPatch.make(old, fresh), most, patches);
    } catch (IllegalArgumentException e) {
      progress.accept("no patch: " + e.getMessage());
    }
  }

  /// @param most a patch that is not shorter is not kept, since nobody would take it
  private void keepPatch(byte[] old, byte[] bytes, long most, Map<String, FilePatch> patches)
      throws IOException {
    if (bytes.length < most) {
      var patch = new FilePatch(Content.sha256(old), Content.sha256(bytes), bytes.length);
      Content.keep(bytes, layout.targets().resolve(ContentAddress.of(patch)));
      patches.put(patch.from(), patch);
    }
  }

  /// Every release that is published or staged.
  List<Listed> all() throws RepositoryException, IOException {
    List<Listed> all = new ArrayList<>();
    for (ReleaseKind kind : ReleaseKind.values()) {
      all.addAll(list(kind));
    }
    return all;
  }
}
