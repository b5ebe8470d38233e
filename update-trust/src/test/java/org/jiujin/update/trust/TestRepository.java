package org.jiujin.update.trust;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jiujin.update.trust.json.JsonObject;
import org.jiujin.update.trust.metadata.Delegation;
import org.jiujin.update.trust.metadata.Delegations;
import org.jiujin.update.trust.metadata.Envelope;
import org.jiujin.update.trust.metadata.MetaFile;
import org.jiujin.update.trust.metadata.Reach;
import org.jiujin.update.trust.metadata.Role;
import org.jiujin.update.trust.metadata.Root;
import org.jiujin.update.trust.metadata.Scheme;
import org.jiujin.update.trust.metadata.SigningKey;
import org.jiujin.update.trust.metadata.Snapshot;
import org.jiujin.update.trust.metadata.TargetFile;
import org.jiujin.update.trust.metadata.Targets;
import org.jiujin.update.trust.metadata.Timestamp;
import org.jiujin.update.trust.metadata.TopRole;
import org.jiujin.update.trust.metadata.VerifyingKey;
import org.jiujin.update.trust.source.FetchFailed;
import org.jiujin.update.trust.source.RepositoryPath;
import org.jiujin.update.trust.source.RepositorySource;
import org.jspecify.annotations.Nullable;

/// A repository that signs what it is told to, honest or hostile. What is changed counts from the next publishing on.
public final class TestRepository implements RepositorySource {
  /// The day of the tests.
  public static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  final Map<TopRole, List<SigningKey>> keys = new EnumMap<>(TopRole.class);
  final Map<TopRole, Integer> thresholds = new EnumMap<>(TopRole.class);

  /// Who really signs, where not all keys of a role do; by role name.
  final Map<String, List<SigningKey>> signers = new HashMap<>();

  final Map<String, Long> versions = new HashMap<>();
  final Map<String, Instant> expiries = new HashMap<>();
  final Map<String, List<SigningKey>> delegatedKeys = new HashMap<>();
  final Map<String, Map<String, TargetFile>> targets = new HashMap<>();
  final Map<String, List<Delegation>> delegations = new LinkedHashMap<>();
  final Map<String, MetaFile> listed = new HashMap<>();
  final Map<String, byte[]> files = new HashMap<>();
  final Map<String, byte[]> content = new HashMap<>();
  final List<String> requests = new ArrayList<>();
  boolean consistent = true;
  boolean tellsHashes = true;
  private Scheme scheme = Scheme.ED25519;
  private Instant lastsUntil = NOW.plus(Duration.ofDays(30));
  MetaFile snapshotTold = MetaFile.of(1);

  /// Changes what is signed of a role, just before it is.
  final Map<String, UnaryOperator<JsonObject>> edits = new HashMap<>();

  /// A repository with one key per role, nothing published.
  public TestRepository() {
    for (TopRole role : TopRole.values()) {
      keys.put(role, new ArrayList<>(List.of(Keys.fresh())));
      thresholds.put(role, 1);
    }
    targets.put("targets", new HashMap<>());
  }

  /// One where all keys are for one scheme, and nothing expires within a day of this time.
  public static TestRepository signedBy(Scheme scheme, Instant now) {
    var repository = new TestRepository();
    repository.scheme = scheme;
    repository.lastsUntil = now.plus(Duration.ofDays(1));
    for (TopRole role : TopRole.values()) {
      repository.rotate(role);
    }
    return repository;
  }

  /// One where version 1 of everything is published.
  public static TestRepository published() {
    var repository = new TestRepository();
    repository.publishAll();
    return repository;
  }

  /// From the next publishing on without versions and hashes in file names.
  public TestRepository inconsistent() {
    consistent = false;
    return this;
  }

  /// Publishes the next root.
  public byte[] publishRoot() {
    long version = versions.merge("root", 1L, Long::sum);
    Map<String, VerifyingKey> all = new HashMap<>();
    Map<TopRole, Role> roles = new EnumMap<>(TopRole.class);
    keys.forEach((role, some) -> {
      all.putAll(byId(some));
      roles.put(role, new Role(byId(some).keySet(), thresholds.getOrDefault(role, 1)));
    });
    return put(
        version + ".root.json",
        sign("root", new Root(version, expiry("root"), consistent, all, roles).toJson()));
  }

  /// Publishes a targets role and lists it for the next snapshot.
  public void publishTargets(String role) {
    long version = versions.merge(role, 1L, Long::sum);
    List<Delegation> children = delegations.getOrDefault(role, List.of());
    Map<String, VerifyingKey> childKeys = new HashMap<>();
    children.forEach(
        child -> childKeys.putAll(byId(delegatedKeys.getOrDefault(child.name(), List.of()))));
    var said =
        new Targets(
            version,
            expiry(role),
            targets.getOrDefault(role, Map.of()),
            new Delegations(childKeys, children, null));
    byte[] file = put(named(role, version), sign(role, said.toJson()));
    listed.put(role + ".json", told(version, file));
  }

  public void publishSnapshot() {
    long version = versions.merge("snapshot", 1L, Long::sum);
    byte[] file =
        put(
            named("snapshot", version),
            sign("snapshot", new Snapshot(version, expiry("snapshot"), listed).toJson()));
    snapshotTold = told(version, file);
  }

  public void publishTimestamp() {
    long version = versions.merge("timestamp", 1L, Long::sum);
    put(
        "timestamp.json",
        sign("timestamp", new Timestamp(version, expiry("timestamp"), snapshotTold).toJson()));
  }

  /// Publishes everything but the root.
  public void publish() {
    targets.keySet().forEach(this::publishTargets);
    publishSnapshot();
    publishTimestamp();
  }

  public void publishAll() {
    publishRoot();
    publish();
  }

  /// Adds a target to a role.
  public void add(String role, String path, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    TargetFile file = TargetFile.of(path, bytes);
    targets.computeIfAbsent(role, _ -> new HashMap<>()).put(path, file);
    content.put(consistent ? hashed(file) : path, bytes);
  }

  private static String hashed(TargetFile file) {
    return plain(RepositoryPath.of(file.path()).prefixed(file.hashes().prefix() + "."));
  }

  private static String plain(RepositoryPath path) {
    return String.join("/", path.names());
  }

  /// Lets a role delegate paths to another, which gets a key if it has none.
  public void delegate(String from, String to, boolean terminating, String... patterns) {
    List<SigningKey> some = delegatedKeys.computeIfAbsent(to, _ -> List.of(Keys.fresh(scheme)));
    targets.computeIfAbsent(to, _ -> new HashMap<>());
    delegations
        .computeIfAbsent(from, _ -> new ArrayList<>())
        .add(
            new Delegation(
                to,
                new Role(byId(some).keySet(), 1),
                new Reach.Patterns(List.of(patterns)),
                terminating));
  }

  /// Gives a role another key in place of those it has.
  public void rotate(TopRole role) {
    keys.put(role, new ArrayList<>(List.of(Keys.fresh(scheme))));
  }

  public byte[] root(long version) {
    return file(version + ".root.json");
  }

  /// A metadata file that is published.
  byte[] file(String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  /// What the next snapshot says of a role.
  MetaFile told(String role) {
    return Objects.requireNonNull(listed.get(role + ".json"), role);
  }

  /// The keys of a role, to be changed.
  List<SigningKey> keysOf(TopRole role) {
    return Objects.requireNonNull(keys.get(role));
  }

  /// The target files.
  public RepositorySource targetSource() {
    return (path, most, to) -> serve(content.get(plain(path)), path, most, to);
  }

  /// Writes all to a folder, as a web server would serve it.
  public void write(Path folder) throws IOException {
    write(folder.resolve("metadata"), files);
    write(folder.resolve("targets"), content);
  }

  private static void write(Path folder, Map<String, byte[]> what) throws IOException {
    for (Map.Entry<String, byte[]> file : what.entrySet()) {
      Path place = folder.resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(place.getParent()));
      Files.write(place, file.getValue());
    }
  }

  @Override
  public boolean fetch(RepositoryPath path, long most, OutputStream to)
      throws FetchFailed, IOException {
    requests.add(path.toString());
    return serve(files.get(path.toString()), path, most, to);
  }

  private static boolean serve(
      byte @Nullable [] file, RepositoryPath path, long most, OutputStream to)
      throws FetchFailed, IOException {
    if (file == null) {
      return false;
    }
    if (file.length > most) {
      throw new FetchFailed(FetchFailed.Kind.TOO_LONG, path + " is too long");
    }
    to.write(file);
    return true;
  }

  private byte[] sign(String role, JsonObject said) {
    JsonObject edited = edits.getOrDefault(role, UnaryOperator.identity()).apply(said);
    return Envelope.sign(edited, signersOf(role)).toBytes();
  }

  private List<SigningKey> signersOf(String role) {
    for (TopRole top : TopRole.values()) {
      if (top.word().equals(role)) {
        return signers.getOrDefault(role, keys.getOrDefault(top, List.of()));
      }
    }
    return signers.getOrDefault(role, delegatedKeys.getOrDefault(role, List.of()));
  }

  private Instant expiry(String role) {
    return expiries.getOrDefault(role, lastsUntil);
  }

  private MetaFile told(long version, byte[] file) {
    return tellsHashes ? MetaFile.of(version, file) : MetaFile.of(version);
  }

  private String named(String role, long version) {
    String file = RepositoryPath.file(role + ".json").toString();
    return consistent ? version + "." + file : file;
  }

  private byte[] put(String name, byte[] file) {
    files.put(name, file);
    return file;
  }

  static Map<String, VerifyingKey> byId(List<SigningKey> keys) {
    return keys.stream()
        .map(SigningKey::verifying)
        .collect(Collectors.toMap(VerifyingKey::id, key -> key, (a, _) -> a));
  }
}
