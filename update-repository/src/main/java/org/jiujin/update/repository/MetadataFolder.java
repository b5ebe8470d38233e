package org.jiujin.update.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiujin.update.trust.json.MalformedJson;
import org.jiujin.update.trust.metadata.Delegation;
import org.jiujin.update.trust.metadata.Delegations;
import org.jiujin.update.trust.metadata.Envelope;
import org.jiujin.update.trust.metadata.MetaFile;
import org.jiujin.update.trust.metadata.Metadata;
import org.jiujin.update.trust.metadata.Quorum;
import org.jiujin.update.trust.metadata.Root;
import org.jiujin.update.trust.metadata.Snapshot;
import org.jiujin.update.trust.metadata.Targets;
import org.jiujin.update.trust.metadata.Timestamp;
import org.jiujin.update.trust.metadata.TopRole;
import org.jiujin.update.trust.store.WholeFile;

/// What the metadata of a repository says: published, and staged to be published next.
///
/// Signatures are not looked at here. Who may write the folder may change it; publishing and verifying look as a terminal does.
final class MetadataFolder {
  private static final String SUFFIX = ".json";

  private final Layout layout;

  MetadataFolder(Layout layout) {
    this.layout = layout;
  }

  /// The newest root that is published; empty before the first.
  Optional<Root> publishedRoot() throws RepositoryException, IOException {
    long version = 0;
    while (Files.exists(layout.metadata(TopRole.ROOT.word(), version + 1))) {
      version++;
    }
    return version == 0
        ? Optional.empty()
        : Optional.of(read(layout.metadata(TopRole.ROOT.word(), version), Root::read));
  }

  Optional<Timestamp> timestamp() throws RepositoryException, IOException {
    return Files.exists(layout.timestamp())
        ? Optional.of(read(layout.timestamp(), Timestamp::read))
        : Optional.empty();
  }

  Optional<Snapshot> snapshot() throws RepositoryException, IOException {
    Optional<Timestamp> timestamp = timestamp();
    return timestamp.isEmpty()
        ? Optional.empty()
        : Optional.of(
            read(
                layout.metadata(TopRole.SNAPSHOT.word(), timestamp.get().snapshot().version()),
                Snapshot::read));
  }

  /// A targets role as it is published.
  Optional<Targets> published(String role) throws RepositoryException, IOException {
    Optional<MetaFile> told = snapshot().flatMap(snapshot -> snapshot.file(role));
    return told.isEmpty()
        ? Optional.empty()
        : Optional.of(read(layout.metadata(role, told.get().version()), Targets::read));
  }

  /// The version of a role that is published; 0 before the first.
  long publishedVersion(String role) throws RepositoryException, IOException {
    return role.equals(TopRole.ROOT.word())
        ? publishedRoot().map(Root::version).orElse(0L)
        : published(role).map(Targets::version).orElse(0L);
  }

  /// The roles that are staged, root first.
  List<String> stagedRoles() throws IOException {
    if (!Files.isDirectory(layout.staged())) {
      return List.of();
    }
    List<String> roles = new ArrayList<>();
    try (Stream<Path> files = Files.list(layout.staged())) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .forEach(roles::add);
    }
    if (roles.remove(TopRole.ROOT.word())) {
      roles.addFirst(TopRole.ROOT.word());
    }
    return roles;
  }

  Optional<Envelope> staged(String role) throws RepositoryException, IOException {
    Path file = layout.staged(role);
    return Files.exists(file) ? Optional.of(envelope(file)) : Optional.empty();
  }

  /// The root that will count after publishing.
  ///
  /// @throws RepositoryException if there is none
  Root root() throws RepositoryException, IOException {
    Optional<Envelope> staged = staged(TopRole.ROOT.word());
    if (staged.isPresent()) {
      return said(layout.staged(TopRole.ROOT.word()), staged.get(), Root::read);
    }
    return publishedRoot()
        .orElseThrow(() ->
            new RepositoryException(
                layout.root() + " is no repository; ./kiosk repo init makes one"));
  }

  /// What a targets role will say after publishing.
  ///
  /// @throws RepositoryException if there is no such role
  Targets targets(String role) throws RepositoryException, IOException {
    Optional<Envelope> staged = staged(role);
    if (staged.isPresent()) {
      return said(layout.staged(role), staged.get(), Targets::read);
    }
    return published(role)
        .orElseThrow(() -> new RepositoryException("the repository has no role " + role));
  }

  /// Stages metadata, without a signature, in place of what was staged before.
  void stage(String role, Metadata metadata) throws IOException {
    Files.createDirectories(layout.staged());
    stage(role, Envelope.sign(metadata.toJson(), List.of()));
  }

  void stage(String role, Envelope envelope) throws IOException {
    WholeFile.write(layout.staged(role), envelope.toBytes());
  }

  void unstage(String role) throws IOException {
    WholeFile.delete(layout.staged(role));
  }

  /// Who must sign the staged metadata of a role: for a root, those of the root before as well.
  List<Quorum> signers(String role) throws RepositoryException, IOException {
    List<Quorum> signers = new ArrayList<>();
    if (role.equals(TopRole.ROOT.word())) {
      publishedRoot().ifPresent(root -> signers.add(root.quorum(TopRole.ROOT)));
      signers.add(root().quorum(TopRole.ROOT));
    } else if (role.equals(TopRole.TARGETS.word())) {
      signers.add(root().quorum(TopRole.TARGETS));
    } else {
      Delegations delegations = targets(TopRole.TARGETS.word()).delegations();
      signers.add(delegations.quorum(delegation(delegations, role)));
    }
    return signers;
  }

  static Delegation delegation(Delegations delegations, String role) throws RepositoryException {
    return delegations.roles().stream()
        .filter(delegation -> delegation.name().equals(role))
        .findFirst()
        .orElseThrow(() -> new RepositoryException("there is no role " + role));
  }

  private static <T extends Metadata> T read(Path file, Metadata.Reader<T> reader)
      throws RepositoryException, IOException {
    return said(file, envelope(file), reader);
  }

  private static Envelope envelope(Path file) throws RepositoryException, IOException {
    try {
      return Envelope.read(Files.readAllBytes(file));
    } catch (MalformedJson e) {
      throw damaged(file, e);
    }
  }

  private static <T extends Metadata> T said(
      Path file, Envelope envelope, Metadata.Reader<T> reader) throws RepositoryException {
    try {
      return reader.read(envelope.signed());
    } catch (MalformedJson e) {
      throw damaged(file, e);
    }
  }

  private static RepositoryException damaged(Path file, MalformedJson e) {
    return new RepositoryException(file + " is damaged: " + e.getMessage());
  }
}
