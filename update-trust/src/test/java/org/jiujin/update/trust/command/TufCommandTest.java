package org.jiujin.update.trust.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jiujin.update.trust.TestRepository;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The command line, against static files behind the JDK's own web server.
class TufCommandTest {
  @TempDir Path folder;
  private final TestRepository repository = TestRepository.published();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private @Nullable HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    Files.createDirectories(folder.resolve("metadata"));
    Files.createDirectories(folder.resolve("targets"));
    Files.createDirectories(folder.resolve("repository"));
    Files.write(folder.resolve("shipped.json"), repository.root(1));
    server =
        SimpleFileServer.createFileServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            folder.resolve("repository").toAbsolutePath(),
            SimpleFileServer.OutputLevel.NONE);
    server.start();
  }

  private HttpServer server() {
    return Objects.requireNonNull(server);
  }

  @AfterEach
  void stop() {
    server().stop(0);
  }

  @Test
  void initKeepsTheShippedRootAndAsksNobody() throws IOException {
    assertEquals(0, init());
    assertEquals(List.of("root.json"), kept());
  }

  @Test
  void refreshKeepsTheTopLevelRolesUnderTheirNames() throws IOException {
    repository.write(folder.resolve("repository"));
    init();
    assertEquals(0, refresh(), said::toString);
    assertEquals(
        List.of("clock", "root.json", "snapshot.json", "targets.json", "timestamp.json"), kept());
  }

  @Test
  void downloadRefreshesFirstAndBringsEveryTarget() throws IOException {
    repository.delegate("targets", "voice", true, "voice/*");
    repository.add("targets", "app.jar", "the app");
    repository.add("voice", "voice/一.wav", "the voice");
    repository.publishAll();
    repository.write(folder.resolve("repository"));
    init();
    assertEquals(0, download("app.jar", "voice/一.wav"), said::toString);
    assertEquals("the app", Files.readString(folder.resolve("targets/app.jar")));
    assertEquals("the voice", Files.readString(folder.resolve("targets/voice%2F%E4%B8%80.wav")));
    assertTrue(kept().contains("voice.json"));
  }

  @Test
  void aTargetThatNobodyVouchesForIsAFailure() throws IOException {
    repository.write(folder.resolve("repository"));
    init();
    assertEquals(1, download("app.jar"));
    assertTrue(said.toString(StandardCharsets.UTF_8).contains("vouches for no app.jar"));
    assertTrue(kept().contains("targets.json"), "the refresh itself went well");
  }

  @Test
  void aRefusalIsSaidWithItsReason() throws IOException {
    repository.write(folder.resolve("repository"));
    Files.delete(folder.resolve("repository/metadata/timestamp.json"));
    init();
    assertEquals(1, refresh());
    assertTrue(said.toString(StandardCharsets.UTF_8).contains("MISSING"), said::toString);
  }

  @Test
  void aRootThatIsNoneIsNotKept() throws IOException {
    Files.writeString(folder.resolve("shipped.json"), "{}");
    assertEquals(1, init());
    assertEquals(1, refresh());
    assertFalse(kept().contains("root.json"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "refresh",
        "--metadata-dir",
        "--metadata-dir / fetch",
        "--metadata-dir /nowhere/at/all init x",
        "--metadata-dir / --metadata-url ftp://x refresh",
        "--metadata-dir / --metadata-url ::: refresh",
        "--metadata-dir / --what x refresh",
        "--metadata-dir / init"
      })
  void misuseIsSaid(String words) {
    assertEquals(1, run(words.isEmpty() ? new String[0] : words.split(" ")));
    assertTrue(said.toString(StandardCharsets.UTF_8).startsWith("tuf: "), said::toString);
  }

  private int init() {
    return run("--metadata-dir", text("metadata"), "init", text("shipped.json"));
  }

  private int refresh() {
    return run(
        "--metadata-url", address("metadata"), "--metadata-dir", text("metadata"), "refresh");
  }

  private int download(String... names) {
    return run(
        Stream.of(
                Stream.of(
                    "--metadata-url", address("metadata"), "--metadata-dir", text("metadata")),
                Arrays.stream(names).flatMap(name -> Stream.of("--target-name", name)),
                Stream.of("--target-dir", text("targets"), "--target-base-url", address("targets")),
                Stream.of("download"))
            .flatMap(words -> words)
            .toArray(String[]::new));
  }

  private int run(String... words) {
    return TufCommand.run(
        Arrays.asList(words),
        new PrintStream(said, true, StandardCharsets.UTF_8),
        () -> TestRepository.NOW);
  }

  private String text(String name) {
    return folder.resolve(name).toString();
  }

  private String address(String name) {
    return "http://127.0.0.1:%d/%s".formatted(server().getAddress().getPort(), name);
  }

  private List<String> kept() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("metadata"))) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
