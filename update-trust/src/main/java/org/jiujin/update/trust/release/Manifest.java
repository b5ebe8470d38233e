package org.jiujin.update.trust.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jiujin.update.trust.json.JsonArray;
import org.jiujin.update.trust.json.JsonObject;
import org.jiujin.update.trust.json.JsonReader;
import org.jiujin.update.trust.json.JsonValue;
import org.jiujin.update.trust.json.JsonWriter;
import org.jiujin.update.trust.json.MalformedJson;

/// The files of a release. It is a TUF target; the files are not, for it has their hashes.
///
/// As JSON: `{"kind":"app","version":"0.2.0","files":[{"path":"lib/a.jar","length":1,"sha256":"…","executable":true,
/// "patches":[{"from":"…","sha256":"…","length":1}]}]}`. `executable` and `patches` may be missing. Members that are not known are
/// passed over, so that a later tool may say more.
///
/// @param files ordered by path, no path twice, none below another
public record Manifest(ReleaseId id, List<ReleaseFile> files) {
  /// The most bytes that a manifest may have.
  public static final int MOST_BYTES = 4 * 1024 * 1024;

  /// The most files of a release.
  public static final int MOST_FILES = 5_000;

  /// The most patches that lead to one file.
  public static final int MOST_PATCHES = 8;

  /// The most bytes of all files together.
  public static final long MOST_CONTENT = 4L * 1024 * 1024 * 1024;

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /// Orders the files.
  ///
  /// @throws IllegalArgumentException if the files break a rule above or a limit; the message names the file
  public Manifest {
    files = files.stream().sorted(Comparator.comparing(ReleaseFile::path)).toList();
    check(files);
  }

  /// Reads one.
  ///
  /// @param bytes verified as the target of this release
  /// @throws MalformedJson if it is no manifest, is of another release, or breaks a limit
  public static Manifest read(ReleaseId id, byte[] bytes) throws MalformedJson {
    Manifest manifest = read(bytes);
    if (!manifest.id().equals(id)) {
      throw new MalformedJson("the manifest is of another release than " + id);
    }
    return manifest;
  }

  /// Reads one of whatever release.
  ///
  /// @param bytes from a place where only what was verified is kept
  /// @throws MalformedJson if it is no manifest, or breaks a limit
  public static Manifest read(byte[] bytes) throws MalformedJson {
    JsonObject written = JsonReader.object(bytes);
    ReleaseId id = id(written.text("kind"), written.text("version"));
    List<ReleaseFile> files = new ArrayList<>();
    for (JsonObject file : written.array("files").objects()) {
      files.add(file(file));
    }
    try {
      return new Manifest(id, files);
    } catch (IllegalArgumentException e) {
      throw new MalformedJson("the manifest of %s: %s".formatted(id, e.getMessage()));
    }
  }

  private static ReleaseId id(String kind, String version) throws MalformedJson {
    Optional<ReleaseKind> known = ReleaseKind.of(kind);
    if (known.isEmpty() || !ReleaseId.isVersion(version)) {
      throw new MalformedJson("the manifest is of no release that is known");
    }
    return new ReleaseId(known.get(), version);
  }

  private static ReleaseFile file(JsonObject written) throws MalformedJson {
    List<FilePatch> patches = new ArrayList<>();
    if (written.has("patches")) {
      for (JsonObject patch : written.array("patches").objects()) {
        patches.add(
            new FilePatch(patch.text("from"), patch.text("sha256"), patch.whole("length", 1)));
      }
    }
    return new ReleaseFile(
        written.text("path"),
        written.whole("length", 0),
        written.text("sha256"),
        written.has("executable") && written.truth("executable"),
        patches);
  }

  /// The manifest as its target has it.
  public byte[] toBytes() {
    List<JsonValue> written = new ArrayList<>();
    for (ReleaseFile file : files) {
      written.add(toJson(file));
    }
    return JsonWriter.document(
        new JsonObject.Builder()
            .put("kind", id.kind().word())
            .put("version", id.version())
            .put("files", new JsonArray(written))
            .build());
  }

  private static JsonObject toJson(ReleaseFile file) {
    var written =
        new JsonObject.Builder()
            .put("path", file.path())
            .put("length", file.length())
            .put("sha256", file.sha256());
    if (file.executable()) {
      written.put("executable", true);
    }
    if (!file.patches().isEmpty()) {
      List<JsonValue> patches = new ArrayList<>();
      for (FilePatch patch : file.patches()) {
        patches.add(
            new JsonObject.Builder()
                .put("from", patch.from())
                .put("sha256", patch.sha256())
                .put("length", patch.length())
                .build());
      }
      written.put("patches", new JsonArray(patches));
    }
    return written.build();
  }

  /// The bytes of all files together.
  public long content() {
    return files.stream().mapToLong(ReleaseFile::length).sum();
  }

  private static void check(List<ReleaseFile> files) {
    if (files.isEmpty() || files.size() > MOST_FILES) {
      throw new IllegalArgumentException(
          "%d files, where 1 to %d are allowed".formatted(files.size(), MOST_FILES));
    }
    long left = MOST_CONTENT;
    Set<String> paths = new HashSet<>();
    Set<String> folders = new HashSet<>();
    for (ReleaseFile file : files) {
      check(file);
      need(file.length() <= left, file, "makes the release too large");
      left -= file.length();
      String key = ImagePath.key(file.path());
      need(paths.add(key), file, "stands twice");
      for (int slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1)) {
        folders.add(key.substring(0, slash));
      }
    }
    for (ReleaseFile file : files) {
      need(!folders.contains(ImagePath.key(file.path())), file, "is a folder as well");
    }
  }

  private static void check(ReleaseFile file) {
    if (!ImagePath.isOne(file.path())) {
      throw new IllegalArgumentException("a path is not allowed in an image");
    }
    need(file.length() >= 0, file, "has a length below nothing");
    need(isHash(file.sha256()), file, "has no SHA-256");
    need(file.patches().size() <= MOST_PATCHES, file, "has too many patches");
    for (FilePatch patch : file.patches()) {
      need(isHash(patch.from()) && isHash(patch.sha256()), file, "has a patch without a SHA-256");
      need(
          patch.length() > 0 && patch.length() < file.length(),
          file,
          "has a patch that is not shorter than itself");
    }
  }

  private static boolean isHash(String text) {
    return SHA256.matcher(text).matches();
  }

  private static void need(boolean held, ReleaseFile file, String otherwise) {
    if (!held) {
      throw new IllegalArgumentException(file.path() + " " + otherwise);
    }
  }
}
