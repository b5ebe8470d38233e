package org.jiujin.update.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jiujin.update.trust.metadata.Delegation;
import org.jiujin.update.trust.metadata.Delegations;
import org.jiujin.update.trust.metadata.Envelope;
import org.jiujin.update.trust.metadata.Quorum;
import org.jiujin.update.trust.metadata.Reach;
import org.jiujin.update.trust.metadata.Role;
import org.jiujin.update.trust.metadata.Root;
import org.jiujin.update.trust.metadata.SigningKey;
import org.jiujin.update.trust.metadata.TargetFile;
import org.jiujin.update.trust.metadata.Targets;
import org.jiujin.update.trust.metadata.TopRole;
import org.jiujin.update.trust.metadata.VerifyingKey;
import org.jiujin.update.trust.release.ReleaseKind;

/// Prepares what is published next: keys, new versions of metadata, and signatures. For one program at a time.
public final class Staging {
  private final Layout layout;
  private final MetadataFolder metadata;
  private final InstantSource clock;

  /// @param layout of the repository
  public Staging(Layout layout, InstantSource clock) {
    this.layout = layout;
    this.metadata = new MetadataFolder(layout);
    this.clock = clock;
  }

  /// What is missing of a staged role's signatures.
  ///
  /// @param signed how many keys signed
  /// @param needed how many must
  public record Signed(String role, long version, int signed, long needed) {
    /// Whether enough signed.
    public boolean complete() {
      return signed >= needed;
    }
  }

  /// The roles of a repository: the four of the root, and one for each signer of releases.
  public static List<String> roles() {
    Set<String> roles = new LinkedHashSet<>();
    Arrays.stream(TopRole.values()).map(TopRole::word).forEach(roles::add);
    roles.addAll(delegated());
    return List.copyOf(roles);
  }

  static List<String> delegated() {
    return Arrays.stream(ReleaseKind.values()).map(ReleaseKind::role).distinct().toList();
  }

  /// Makes keys for every role and stages the first version of everything.
  ///
  /// @param quorums by role; one key where it says nothing
  /// @throws RepositoryException if there is a repository already
  public void init(Map<String, KeyQuorum> quorums, KeyFolder keys)
      throws RepositoryException, IOException {
    if (Files.exists(layout.metadata()) || Files.exists(layout.staged())) {
      throw new RepositoryException(layout.root() + " is a repository already");
    }
    Map<String, VerifyingKey> topKeys = new HashMap<>();
    Map<TopRole, Role> topRoles = new EnumMap<>(TopRole.class);
    for (TopRole role : TopRole.values()) {
      topRoles.put(role, role(role.word(), quorum(quorums, role.word()), Set.of(), topKeys, keys));
    }
    Map<String, VerifyingKey> delegatedKeys = new HashMap<>();
    List<Delegation> delegations = new ArrayList<>();
    for (String name : delegated()) {
      Role role = role(name, quorum(quorums, name), Set.of(), delegatedKeys, keys);
      delegations.add(new Delegation(name, role, reach(name), true));
    }
    metadata.stage(
        TopRole.ROOT.word(), new Root(1, expiry(TopRole.ROOT.word()), true, topKeys, topRoles));
    metadata.stage(
        TopRole.TARGETS.word(),
        new Targets(
            1,
            expiry(TopRole.TARGETS.word()),
            Map.of(),
            new Delegations(delegatedKeys, delegations, null)));
    for (String name : delegated()) {
      metadata.stage(name, new Targets(1, expiry(name), Map.of(), Delegations.NONE));
    }
  }

  private static KeyQuorum quorum(Map<String, KeyQuorum> quorums, String role) {
    return quorums.getOrDefault(role, KeyQuorum.ONE);
  }

  private static Reach reach(String role) {
    return new Reach.Patterns(
        Arrays.stream(ReleaseKind.values())
            .filter(kind -> kind.role().equals(role))
            .map(ReleaseKind::pattern)
            .toList());
  }

  /// A role of kept keys and of fresh ones, which are made and put to all keys.
  private static Role role(
      String name,
      KeyQuorum quorum,
      Set<String> kept,
      Map<String, VerifyingKey> all,
      KeyFolder keys)
      throws IOException {
    Set<String> ids = new HashSet<>(kept);
    while (ids.size() < quorum.keys()) {
      VerifyingKey fresh = keys.create(name).verifying();
      all.put(fresh.id(), fresh);
      ids.add(fresh.id());
    }
    return new Role(ids, quorum.threshold());
  }

  /// Stages other keys for a role. Those that are not kept sign for it no more once this is published.
  ///
  /// @param keep beginnings of ids of keys that stay
  /// @param keys where the fresh ones go
  /// @throws RepositoryException if a key that shall be kept is none of the role's, or more shall be kept than there are to be
  public void rotate(String name, KeyQuorum quorum, Collection<String> keep, KeyFolder keys)
      throws RepositoryException, IOException {
    for (TopRole top : TopRole.values()) {
      if (top.word().equals(name)) {
        rotateTop(top, quorum, keep, keys);
        return;
      }
    }
    Targets targets = metadata.targets(TopRole.TARGETS.word());
    Delegation before = MetadataFolder.delegation(targets.delegations(), name);
    Map<String, VerifyingKey> all = new HashMap<>(targets.delegations().keys());
    Role role = role(name, quorum, kept(before.role(), quorum, keep), all, keys);
    List<Delegation> delegations =
        targets.delegations().roles().stream()
            .map(one -> one.name().equals(name) ? with(one, role) : one)
            .toList();
    all.keySet().retainAll(used(delegations.stream().map(Delegation::role).toList()));
    stage(TopRole.TARGETS.word(), targets.files(), new Delegations(all, delegations, null));
    renew(name);
  }

  private void rotateTop(TopRole top, KeyQuorum quorum, Collection<String> keep, KeyFolder keys)
      throws RepositoryException, IOException {
    Root root = metadata.root();
    Map<String, VerifyingKey> all = new HashMap<>(root.keys());
    Map<TopRole, Role> roles = new EnumMap<>(root.roles());
    Role before = Objects.requireNonNull(roles.get(top), "a root names all four roles");
    roles.put(top, role(top.word(), quorum, kept(before, quorum, keep), all, keys));
    all.keySet().retainAll(used(roles.values()));
    metadata.stage(
        TopRole.ROOT.word(),
        new Root(next(TopRole.ROOT.word()), expiry(TopRole.ROOT.word()), true, all, roles));
    if (top == TopRole.TARGETS) {
      renew(top.word());
    }
  }

  private static Delegation with(Delegation delegation, Role role) {
    return new Delegation(delegation.name(), role, delegation.reach(), delegation.terminating());
  }

  private static Set<String> kept(Role before, KeyQuorum quorum, Collection<String> keep)
      throws RepositoryException {
    Set<String> kept = new HashSet<>();
    for (String beginning : keep) {
      List<String> found = before.keyIds().stream().filter(id -> id.startsWith(beginning)).toList();
      if (found.size() != 1) {
        throw new RepositoryException(
            "%d keys of the role begin with %s; ./kiosk repo status lists them"
                .formatted(found.size(), beginning));
      }
      kept.addAll(found);
    }
    if (kept.size() > quorum.keys()) {
      throw new RepositoryException("more keys are kept than the role shall have");
    }
    return kept;
  }

  private static Set<String> used(Collection<Role> roles) {
    Set<String> used = new HashSet<>();
    roles.forEach(role -> used.addAll(role.keyIds()));
    return used;
  }

  /// Stages the next version of a role that says the same and expires later.
  ///
  /// @throws RepositoryException if there is no such role, or it is one that publishing renews
  public void renew(String role) throws RepositoryException, IOException {
    if (role.equals(TopRole.ROOT.word())) {
      Root root = metadata.root();
      metadata.stage(role, new Root(next(role), expiry(role), true, root.keys(), root.roles()));
    } else if (role.equals(TopRole.TIMESTAMP.word()) || role.equals(TopRole.SNAPSHOT.word())) {
      throw new RepositoryException(role + " is renewed by ./kiosk repo publish");
    } else {
      Targets targets = metadata.targets(role);
      stage(role, targets.files(), targets.delegations());
    }
  }

  /// Stages the next version of a targets role with other files.
  void stage(String role, Map<String, TargetFile> files) throws RepositoryException, IOException {
    stage(role, files, metadata.targets(role).delegations());
  }

  private void stage(String role, Map<String, TargetFile> files, Delegations delegations)
      throws RepositoryException, IOException {
    metadata.stage(
        role, new Targets(next(role), expiry(role), new LinkedHashMap<>(files), delegations));
  }

  /// Signs what is staged, with those of the keys that may.
  ///
  /// @return what is staged, signed by enough or not
  public List<Signed> sign(List<SigningKey> keys) throws RepositoryException, IOException {
    for (String role : metadata.stagedRoles()) {
      Set<String> may = new HashSet<>();
      for (Quorum quorum : metadata.signers(role)) {
        may.addAll(quorum.keys().keySet());
      }
      Envelope staged = metadata.staged(role).orElseThrow();
      metadata.stage(
          role,
          staged.signedAlsoBy(
              keys.stream().filter(key -> may.contains(key.verifying().id())).toList()));
    }
    return staged();
  }

  /// What is staged, signed by enough or not.
  public List<Signed> staged() throws RepositoryException, IOException {
    List<Signed> all = new ArrayList<>();
    for (String role : metadata.stagedRoles()) {
      Envelope staged = metadata.staged(role).orElseThrow();
      long version =
          role.equals(TopRole.ROOT.word())
              ? metadata.root().version()
              : metadata.targets(role).version();
      Signed least = new Signed(role, version, Integer.MAX_VALUE, 0);
      for (Quorum quorum : metadata.signers(role)) {
        var one = new Signed(role, version, quorum.signed(staged), quorum.threshold());
        // a root needs two quorums; the one that lacks more is told
        least = one.signed() - one.needed() < least.signed() - least.needed() ? one : least;
      }
      all.add(least);
    }
    return all;
  }

  private long next(String role) throws RepositoryException, IOException {
    return metadata.publishedVersion(role) + 1;
  }

  private Instant expiry(String role) {
    Duration life = Lifetime.of(role);
    return clock.instant().plus(life);
  }
}
