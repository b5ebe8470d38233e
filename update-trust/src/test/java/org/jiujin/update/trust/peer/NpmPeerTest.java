package org.jiujin.update.trust.peer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jiujin.testkit.NpmProgram;
import org.jiujin.update.trust.TargetDownload;
import org.jiujin.update.trust.TestRepository;
import org.jiujin.update.trust.TrustLimits;
import org.jiujin.update.trust.TrustListener;
import org.jiujin.update.trust.TrustedRepository;
import org.jiujin.update.trust.TufClient;
import org.jiujin.update.trust.metadata.Scheme;
import org.jiujin.update.trust.source.HttpSource;
import org.jiujin.update.trust.source.Pace;
import org.jiujin.update.trust.store.FolderStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// npm's tuf-js reads what we sign, and we read what npm's repo-mock signs.
@Timeout(180) // the first time npm fetches the libraries
class NpmPeerTest {
  private static final NpmProgram PEER = NpmProgram.tufPeer();

  @TempDir Path folder;

  @BeforeAll
  static void installPeer() throws Exception {
    PEER.install();
  }

  @ParameterizedTest
  @CsvSource({"ED25519, true", "ED25519, false", "ECDSA_P256, true", "RSA_PSS, true"})
  void tufJsReadsWhatWeSign(Scheme scheme, boolean consistent) throws Exception {
    Path web = Files.createDirectory(folder.resolve("web"));
    Path trusting = Files.createDirectory(folder.resolve("trusting"));
    TestRepository repository = TestRepository.signedBy(scheme, Clock.systemUTC().instant());
    if (!consistent) {
      repository.inconsistent();
    }
    Files.write(trusting.resolve("root.json"), repository.publishRoot());
    repository.delegate("targets", "voice", true, "voice/*");
    repository.add("targets", "app.jar", "the app");
    repository.add("voice", "voice/greeting.wav", "the «voice»");
    repository.publishAll();
    repository.write(web);
    HttpServer server = serve(web);
    try {
      String base = "http://127.0.0.1:" + server.getAddress().getPort();
      Process peer =
          PEER.run(
              "read",
              base + "/metadata",
              base + "/targets",
              trusting.toAbsolutePath().toString(),
              "app.jar",
              "voice/greeting.wav",
              "voice/nothing");
      List<String> said = lines(peer);
      assertEquals(
          List.of("app.jar the app", "voice/greeting.wav the «voice»", "none voice/nothing"), said);
      // byte for byte what it fetched, and it went up the chain
      assertArrayEquals(
          Files.readAllBytes(web.resolve("metadata/2.root.json")),
          Files.readAllBytes(trusting.resolve("root.json")));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void weReadWhatRepoMockSigns() throws Exception {
    Path metadata = Files.createDirectory(folder.resolve("metadata"));
    Path targets = Files.createDirectory(folder.resolve("targets"));
    Process peer = PEER.run("serve", "app.jar", "the app");
    try (BufferedReader said = peer.inputReader(StandardCharsets.UTF_8);
        HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build()) {
      String base = "http://127.0.0.1:" + said.readLine();
      var store = new FolderStore(metadata);
      TufClient.trust(said.readLine().getBytes(StandardCharsets.UTF_8), store);
      TrustedRepository trusted =
          new TufClient(
                  store,
                  new HttpSource(client, URI.create(base + "/metadata"), Pace.METADATA),
                  TrustLimits.TERMINAL,
                  Clock.systemUTC(),
                  TrustListener.NONE)
              .refresh();
      var source = new HttpSource(client, URI.create(base + "/targets"), Pace.TARGETS);
      Path file =
          new TargetDownload(source, trusted.root().consistentSnapshot(), targets)
              .download(trusted.find("app.jar").orElseThrow());
      assertEquals("the app", Files.readString(file));
      assertTrue(trusted.find("other.jar").isEmpty());
    } finally {
      peer.getOutputStream().close();
      peer.destroyForcibly().waitFor();
    }
  }

  private static HttpServer serve(Path web) {
    HttpServer server =
        SimpleFileServer.createFileServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            web.toAbsolutePath(),
            SimpleFileServer.OutputLevel.NONE);
    server.start();
    return server;
  }

  private static List<String> lines(Process peer) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<String> said = peer.inputReader(StandardCharsets.UTF_8).lines()) {
      said.forEach(lines::add);
    } finally {
      peer.destroyForcibly();
    }
    return lines;
  }
}
