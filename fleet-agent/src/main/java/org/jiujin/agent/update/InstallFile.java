package org.jiujin.agent.update;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jiujin.agent.disk.WholeFile;
import org.jiujin.update.trust.json.JsonArray;
import org.jiujin.update.trust.json.JsonObject;
import org.jiujin.update.trust.json.JsonReader;
import org.jiujin.update.trust.json.JsonWriter;
import org.jiujin.update.trust.json.MalformedJson;
import org.jspecify.annotations.Nullable;

/// What is current, what is on trial and what was given up, as a file that is replaced as a whole.
final class InstallFile implements InstallStore {
  private static final int MOST_BYTES = 64 * 1024;

  private final WholeFile file;

  /// @param file its folder must exist
  InstallFile(Path file) {
    this.file = new WholeFile(file, MOST_BYTES);
  }

  @Override
  public Optional<Kept> read() throws IOException {
    Optional<byte[]> bytes = file.read();
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(kept(JsonReader.object(bytes.get())));
    } catch (MalformedJson | IllegalArgumentException e) {
      throw new IOException("what is installed cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void write(Kept kept) throws IOException {
    file.write(JsonWriter.document(json(kept)));
  }

  private static JsonObject json(Kept kept) {
    var written = new JsonObject.Builder().put("starts", kept.starts());
    put(written, "current", kept.current());
    put(written, "last_good", kept.lastGood());
    GivenUp given = kept.givenUp();
    if (given != null) {
      written.put(
          "given_up", release(given.release(), given.attempt()).put("why", given.why()).build());
    }
    return written.put("devices", JsonArray.ofTexts(new TreeSet<>(kept.devices()))).build();
  }

  private static void put(JsonObject.Builder to, String name, @Nullable Installed installed) {
    if (installed != null) {
      to.put(
          name,
          release(installed.release(), installed.attempt()).put("slot", installed.slot()).build());
    }
  }

  private static JsonObject.Builder release(ReleaseRef release, int attempt) {
    return new JsonObject.Builder()
        .put("version", release.version())
        .put("manifest", HexFormat.of().formatHex(release.manifest().toByteArray()))
        .put("attempt", attempt);
  }

  private static Kept kept(JsonObject written) throws MalformedJson {
    GivenUp given = null;
    if (written.has("given_up")) {
      JsonObject one = written.object("given_up");
      given = new GivenUp(release(one), attempt(one), one.text("why"));
    }
    return new Kept(
        installed(written, "current"),
        installed(written, "last_good"),
        given,
        Math.toIntExact(Math.min(1000, written.whole("starts", 0))),
        Set.copyOf(written.array("devices").texts()));
  }

  private static @Nullable Installed installed(JsonObject written, String name)
      throws MalformedJson {
    if (!written.has(name)) {
      return null;
    }
    JsonObject one = written.object(name);
    return new Installed(one.whole("slot", 0), release(one), attempt(one));
  }

  private static ReleaseRef release(JsonObject written) throws MalformedJson {
    return new ReleaseRef(
        written.text("version"),
        ByteString.copyFrom(HexFormat.of().parseHex(written.text("manifest"))));
  }

  private static int attempt(JsonObject written) throws MalformedJson {
    return (int) Math.min(Integer.MAX_VALUE, written.whole("attempt", 0));
  }
}
