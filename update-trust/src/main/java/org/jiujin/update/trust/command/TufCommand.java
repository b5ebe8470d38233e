package org.jiujin.update.trust.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.jiujin.update.trust.TargetDownload;
import org.jiujin.update.trust.TrustLimits;
import org.jiujin.update.trust.TrustListener;
import org.jiujin.update.trust.TrustedRepository;
import org.jiujin.update.trust.TufClient;
import org.jiujin.update.trust.UpdateRefused;
import org.jiujin.update.trust.metadata.TargetFile;
import org.jiujin.update.trust.source.HttpSource;
import org.jiujin.update.trust.source.Pace;
import org.jiujin.update.trust.store.FolderStore;

/// The program behind `./kiosk tuf`: the command line that conformance suites of TUF drive (theupdateframework/tuf-conformance,
/// CLIENT-CLI.md). Exit code 0 when all was done, otherwise 1 with the reason on standard error.
public final class TufCommand {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final PrintStream err;
  private final InstantSource clock;

  private TufCommand(PrintStream err, InstantSource clock) {
    this.err = err;
    this.clock = clock;
  }

  /// Runs one command and ends the program with its exit code.
  public static void main(String[] arguments) {
    var err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    System.exit(run(Arrays.asList(arguments), err, Clock.systemUTC()));
  }

  /// Runs one command.
  ///
  /// @return the exit code
  static int run(List<String> words, PrintStream err, InstantSource clock) {
    try {
      new TufCommand(err, clock).carryOut(Options.read(words));
      return 0;
    } catch (CommandException e) {
      err.println("tuf: " + e.getMessage());
    } catch (UpdateRefused e) {
      err.println("tuf: " + e.reason() + ": " + e.getMessage());
    } catch (IOException e) {
      err.println("tuf: this machine's disk: " + e);
    }
    return 1;
  }

  private void carryOut(Options options) throws CommandException, UpdateRefused, IOException {
    switch (options.command()) {
      case INIT -> TufClient.trust(Files.readAllBytes(options.trustedRoot()), store(options));
      case REFRESH -> {
        try (HttpClient client = client()) {
          refreshed(options, client);
        }
      }
      case DOWNLOAD -> {
        try (HttpClient client = client()) {
          download(options, client);
        }
      }
    }
  }

  private TrustedRepository refreshed(Options options, HttpClient client)
      throws CommandException, UpdateRefused, IOException {
    var source = new HttpSource(client, options.address("--metadata-url"), Pace.METADATA);
    return new TufClient(store(options), source, TrustLimits.TERMINAL, clock, new Heard())
        .refresh();
  }

  private void download(Options options, HttpClient client)
      throws CommandException, UpdateRefused, IOException {
    Path folder = options.folder("--target-dir");
    var source = new HttpSource(client, options.address("--target-base-url"), Pace.TARGETS);
    List<String> names = options.targets();
    TrustedRepository trusted = refreshed(options, client);
    var download = new TargetDownload(source, trusted.root().consistentSnapshot(), folder);
    for (String name : names) {
      TargetFile file =
          trusted
              .find(name)
              .orElseThrow(() -> new CommandException("the repository vouches for no " + name));
      download.download(file);
    }
  }

  private static FolderStore store(Options options) throws CommandException {
    return new FolderStore(options.folder("--metadata-dir"));
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(CONNECT)
        .build();
  }

  /// Says on standard error what happens.
  private final class Heard implements TrustListener {
    @Override
    public void discarded(String role, String why) {
      err.println("tuf: the kept " + role + " is not used: " + why);
    }

    @Override
    public void rootTrusted(long version, boolean rotated) {
      err.println("tuf: root " + version + " is trusted" + (rotated ? ", keys were rotated" : ""));
    }
  }
}
