package org.jiujin.update.repository.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiujin.update.repository.Garbage;
import org.jiujin.update.repository.KeyFolder;
import org.jiujin.update.repository.KeyQuorum;
import org.jiujin.update.repository.Layout;
import org.jiujin.update.repository.Publisher;
import org.jiujin.update.repository.Releases;
import org.jiujin.update.repository.RepositoryCheck;
import org.jiujin.update.repository.RepositoryException;
import org.jiujin.update.repository.RepositoryServer;
import org.jiujin.update.repository.RepositoryStatus;
import org.jiujin.update.repository.Staging;
import org.jiujin.update.trust.release.Manifest;
import org.jiujin.update.trust.release.ReleaseFile;
import org.jiujin.update.trust.release.ReleaseId;
import org.jiujin.update.trust.release.ReleaseKind;

/// The program behind `./kiosk repo`. Exit code 0 when all was done, otherwise 1 with one line on standard error.
public final class RepoCommand {
  private static final String USAGE =
      """
      ./kiosk repo init REPO --keys KEYS [--quorum ROLE=N/M]…
                                        make keys and stage the first version of everything; root has 2/3, other roles 1/1
      ./kiosk repo add REPO KIND VERSION IMAGE
                                        stage a release of what is in the folder IMAGE
      ./kiosk repo revoke REPO KIND VERSION
                                        stage that nobody vouches for a release any more
      ./kiosk repo renew REPO ROLE      stage a version of a role that says the same and expires later
      ./kiosk repo rotate REPO ROLE --keys KEYS [--quorum ROLE=N/M] [--keep KEY]…
                                        stage fresh keys for a role
      ./kiosk repo sign REPO --keys KEYS
                                        sign what is staged with those of the keys that may
      ./kiosk repo publish REPO --keys KEYS
                                        publish what is staged and signed, with a fresh timestamp
      ./kiosk repo status REPO          roles, keys, expiries, and what is staged
      ./kiosk repo list REPO            releases
      ./kiosk repo verify REPO [--root ROOT]
                                        read everything as a terminal does that has the first root, or this one
      ./kiosk repo gc REPO              remove what no release needs any more
      ./kiosk repo serve REPO [--port PORT]
                                        serve it on loopback, for a trial

      KIND: %s
      ROLE: %s\
      """
          .formatted(
              String.join(
                  ", ", Arrays.stream(ReleaseKind.values()).map(ReleaseKind::word).toList()),
              String.join(", ", Staging.roles()));

  private final PrintStream out;
  private final InstantSource clock;
  private final Layout layout;

  private RepoCommand(PrintStream out, InstantSource clock, Layout layout) {
    this.out = out;
    this.clock = clock;
    this.layout = layout;
  }

  /// Runs one command and ends the program with its exit code.
  public static void main(String[] arguments) {
    System.exit(
        run(
            Arrays.asList(arguments),
            stream(FileDescriptor.out),
            stream(FileDescriptor.err),
            Clock.systemUTC()));
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /// Runs one command.
  ///
  /// @return the exit code
  static int run(List<String> arguments, PrintStream out, PrintStream err, InstantSource clock) {
    try {
      Words words = Words.read(arguments);
      if (words.operands().equals(List.of("help"))) {
        out.println(USAGE);
        return 0;
      }
      if (words.operands().size() < 2) {
        err.println(USAGE);
        return 1;
      }
      var layout = new Layout(Path.of(words.operands().get(1)));
      return new RepoCommand(out, clock, layout).carryOut(words.operands().getFirst(), words);
    } catch (RepositoryException e) {
      err.println("repo: " + e.getMessage());
    } catch (IOException e) {
      err.println("repo: this machine's disk or network: " + e);
    }
    return 1;
  }

  private int carryOut(String command, Words words) throws RepositoryException, IOException {
    return switch (command) {
      case "status" -> status(words);
      case "list" -> list(words);
      case "verify" -> verify(words);
      case "serve" -> serve(words);
      default -> alone(command, words);
    };
  }

  /// Commands that change something run one at a time.
  private int alone(String command, Words words) throws RepositoryException, IOException {
    Files.createDirectories(layout.root());
    try (FileChannel channel =
            FileChannel.open(
                layout.root().resolve("lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        throw busy();
      }
      switch (command) {
        case "init" -> init(words);
        case "add" -> add(words);
        case "revoke" -> revoke(words);
        case "renew" -> renew(words);
        case "rotate" -> rotate(words);
        case "sign" -> sign(words);
        case "publish" -> publish(words);
        case "gc" -> collectGarbage(words);
        default ->
            throw new RepositoryException(
                "there is no command " + command + "; ./kiosk repo help lists them");
      }
      return 0;
    } catch (OverlappingFileLockException e) {
      throw busy(); // in this very process
    }
  }

  private RepositoryException busy() {
    return new RepositoryException("another ./kiosk repo is at work in " + layout.root());
  }

  private void init(Words words) throws RepositoryException, IOException {
    words.operands("REPO");
    KeyFolder keys = keys(words);
    Map<String, KeyQuorum> quorums = new HashMap<>(Map.of("root", new KeyQuorum(2, 3)));
    quorums.putAll(quorums(words));
    staging().init(quorums, keys);
    out.printf(
        "staged the first version of everything; the keys are in %s%n"
            + "next: ./kiosk repo sign, then ./kiosk repo publish; then move the keys apart%n",
        keys.folder());
  }

  private void add(Words words) throws RepositoryException, IOException {
    List<String> operands = words.operands("REPO", "KIND", "VERSION", "IMAGE");
    Manifest added = releases().add(id(operands.get(1), operands.get(2)), Path.of(operands.get(3)));
    out.printf("staged %s%n", said(added));
    sayStaged();
  }

  private void revoke(Words words) throws RepositoryException, IOException {
    List<String> operands = words.operands("REPO", "KIND", "VERSION");
    ReleaseId id = id(operands.get(1), operands.get(2));
    releases().revoke(id);
    out.printf("staged that %s is revoked%n", id);
    sayStaged();
  }

  private void renew(Words words) throws RepositoryException, IOException {
    staging().renew(role(words.operands("REPO", "ROLE").get(1)));
    sayStaged();
  }

  private void rotate(Words words) throws RepositoryException, IOException {
    String role = role(words.operands("REPO", "ROLE").get(1));
    KeyQuorum quorum = quorums(words).getOrDefault(role, RepositoryStatus.quorum(layout, role));
    staging().rotate(role, quorum, words.all("--keep"), keys(words));
    sayStaged();
  }

  private void sign(Words words) throws RepositoryException, IOException {
    words.operands("REPO");
    staging().sign(keys(words).all());
    sayStaged();
  }

  private void sayStaged() throws RepositoryException, IOException {
    for (Staging.Signed one : staging().staged()) {
      out.printf(
          "staged: %s version %d, %d of %d signatures%n",
          one.role(), one.version(), one.signed(), one.needed());
    }
  }

  private void publish(Words words) throws RepositoryException, IOException {
    words.operands("REPO");
    Publisher.Published published = new Publisher(layout, clock).publish(keys(words).all());
    out.printf(
        "published %s, timestamp %d, good until %s%n",
        published.roles().isEmpty() ? "nothing new" : String.join(", ", published.roles()),
        published.timestamp(),
        published.expires());
  }

  private void collectGarbage(Words words) throws RepositoryException, IOException {
    words.operands("REPO");
    Garbage.Removed removed = new Garbage(layout, clock).collect();
    out.printf("removed %d files, %d bytes%n", removed.files(), removed.bytes());
  }

  private int status(Words words) throws RepositoryException, IOException {
    words.operands("REPO");
    RepositoryStatus.lines(layout).forEach(out::println);
    sayStaged();
    return 0;
  }

  private int list(Words words) throws RepositoryException, IOException {
    words.operands("REPO");
    for (ReleaseKind kind : ReleaseKind.values()) {
      for (Releases.Listed release : releases().list(kind)) {
        out.println(said(release.manifest()));
      }
    }
    return 0;
  }

  private int verify(Words words) throws RepositoryException, IOException {
    words.operands("REPO");
    Optional<String> root = words.find("--root");
    byte[] shipped =
        root.isPresent()
            ? Files.readAllBytes(Path.of(root.get()))
            : RepositoryCheck.firstRoot(layout);
    List<String> problems = new RepositoryCheck(layout, clock).all(shipped, out::println);
    problems.forEach(out::println);
    out.println(problems.isEmpty() ? "everything is as signed" : problems.size() + " problems");
    return problems.isEmpty() ? 0 : 1;
  }

  private int serve(Words words) throws RepositoryException, IOException {
    words.operands("REPO");
    RepositoryCheck.firstRoot(layout);
    try (RepositoryServer server = RepositoryServer.start(layout, port(words))) {
      out.printf("%s, Ctrl-C stops it%n", server.address());
      Thread.currentThread().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private static int port(Words words) throws RepositoryException {
    String port = words.find("--port").orElse("0");
    if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65535) {
      throw new RepositoryException(port + " is no port");
    }
    return Integer.parseInt(port);
  }

  private static String said(Manifest manifest) {
    long patches = manifest.files().stream().map(ReleaseFile::patches).mapToLong(List::size).sum();
    return "%s: %d files, %d bytes, %d patches"
        .formatted(manifest.id(), manifest.files().size(), manifest.content(), patches);
  }

  private static ReleaseId id(String kind, String version) throws RepositoryException {
    ReleaseKind known =
        ReleaseKind.of(kind)
            .orElseThrow(
                () -> new RepositoryException("there is no kind " + kind + "; ./kiosk repo help"));
    if (!ReleaseId.isVersion(version)) {
      throw new RepositoryException(
          "a version is 1 to 64 letters, digits and .+_-, the first a letter or a digit");
    }
    return new ReleaseId(known, version);
  }

  private static String role(String role) throws RepositoryException {
    if (!Staging.roles().contains(role)) {
      throw new RepositoryException("there is no role " + role + "; ./kiosk repo help lists them");
    }
    return role;
  }

  private static Map<String, KeyQuorum> quorums(Words words) throws RepositoryException {
    Map<String, KeyQuorum> quorums = new HashMap<>();
    for (String written : words.all("--quorum")) {
      int equals = written.indexOf('=');
      if (equals < 0) {
        throw new RepositoryException("--quorum is written ROLE=N/M, like root=2/3");
      }
      quorums.put(
          role(written.substring(0, equals)), KeyQuorum.read(written.substring(equals + 1)));
    }
    return quorums;
  }

  private KeyFolder keys(Words words) throws RepositoryException {
    Path folder = Path.of(words.one("--keys"));
    if (folder.toAbsolutePath().normalize().startsWith(layout.web().toAbsolutePath().normalize())) {
      throw new RepositoryException("keys must not lie where they would be served");
    }
    return new KeyFolder(folder);
  }

  private Staging staging() {
    return new Staging(layout, clock);
  }

  private Releases releases() {
    return new Releases(layout, clock, out::println);
  }
}
