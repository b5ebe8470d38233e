package org.jiujin.console.enrolment;

import static org.jiujin.console.enrolment.EnrollingConsole.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jiujin.agent.health.Snapshot;
import org.jiujin.agent.link.FleetLink;
import org.jiujin.agent.link.LinkSettings;
import org.jiujin.agent.link.TlsFiles;
import org.jiujin.agent.outbox.Recorder;
import org.jiujin.console.enrolment.Enrolments.Lookup;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.record.RecordBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Debian's Mosquitto with the shipped settings and the console's authority; a terminal that gets its certificate and renews it
/// all the time, because it lasts for 20 seconds only.
class EnrolledAtMosquittoTest {
  private static final Path SHIPPED =
      Path.of(System.getProperty("kiosk.home"), "config/broker/mosquitto");
  private static final int RECORDS = 40;

  @TempDir private Path folder;

  @Test
  void connectsAsSoonAsItIsAcceptedAndIsRenewedUnderWayWithoutLosingARecord() throws Exception {
    int port = EnrollingConsole.freePort();
    try (var console = new EnrollingConsole(folder.resolve("console"), "20s")) {
      Process mosquitto = mosquitto(console, port);
      try (var terminal = new EnrollingTerminal(console, "T621121001", folder)) {
        live(console, terminal, "ssl://127.0.0.1:" + port);
      } finally {
        mosquitto.destroy();
        assertTrue(mosquitto.waitFor(5, TimeUnit.SECONDS));
      }
    }
  }

  private void live(EnrollingConsole console, EnrollingTerminal terminal, String broker)
      throws Exception {
    var connects = new AtomicInteger();
    Recorder recorder =
        Recorder.start(
            folder.resolve("outbox"),
            ZoneOffset.UTC,
            () -> new Snapshot(Map.of(), Map.of()),
            _ -> {},
            InstantSource.system());
    var settings =
        new LinkSettings(
            "GS-621121",
            "T621121001",
            List.of(broker),
            terminal.tls(console.authorityFile()),
            null,
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            folder);
    try (var ear = new RecordEar(broker, consoleContext(console).getSocketFactory());
        recorder;
        var link =
            new FleetLink(
                settings,
                () -> new Snapshot(Map.of(), Map.of()),
                figures -> {
                  if (figures.get(NodeMetric.NET_CONNECTS) instanceof MetricValue.Int32(var n)) {
                    connects.set(n);
                  }
                },
                recorder,
                InstantSource.system(),
                RandomGenerator.getDefault())) {
      link.start();
      until("a code on the screen", () -> !terminal.code().isEmpty());
      assertEquals(0, connects.get(), "it waits without a certificate");
      var found = assertInstanceOf(Lookup.Found.class, console.enrolments().find(terminal.code()));
      console.enrolments().accept(terminal.code(), found.pending().id(), "GS-621121", "console");
      until("online", () -> connects.get() == 1);
      for (int i = 0; i < RECORDS; i++) {
        recorder.add(new RecordBody.DiskLow(i));
      }
      until("it comes again with newer certificates", () -> connects.get() >= 3);
      until("every record", () -> ear.seen().size() == RECORDS);
      until("no record is kept any more", () -> recorder.waiting().isEmpty());
    }
  }

  private Process mosquitto(EnrollingConsole console, int port) throws Exception {
    KeyPair keys = Authority.newKey();
    X509Certificate server =
        console.authority().server(keys, List.of("localhost", "127.0.0.1"), Instant.now());
    Files.copy(console.authorityFile(), folder.resolve("ca.crt"));
    pem("server.crt", "CERTIFICATE", server.getEncoded());
    pem("server.key", "PRIVATE KEY", keys.getPrivate().getEncoded());
    Files.copy(SHIPPED.resolve("acl"), folder.resolve("acl"));
    Files.writeString(
        folder.resolve("mosquitto.conf"),
        Files.readString(SHIPPED.resolve("mosquitto.conf"))
                .replace("\nlistener 8883\n", "\nlistener " + port + " 127.0.0.1\n")
                .replace("/etc/mosquitto/jiujin", folder.toString())
            + "user root\n"); // reads the folder of the test
    Path log = folder.resolve("mosquitto.log");
    Process started =
        new ProcessBuilder("/usr/sbin/mosquitto", "-c", folder.resolve("mosquitto.conf").toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    until("mosquitto runs", () -> lines(log).anyMatch(line -> line.contains("running")));
    return started;
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readString(file).lines();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  /// What the console's own link would show: a client certificate for its name.
  private SSLContext consoleContext(EnrollingConsole console) throws Exception {
    KeyPair keys = Authority.newKey();
    X509Certificate certificate =
        console
            .authority()
            .terminal(
                SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()),
                "console-1",
                "console",
                Duration.ofDays(1),
                Instant.now());
    pem("console.crt", "CERTIFICATE", certificate.getEncoded());
    pem("console.key", "PRIVATE KEY", keys.getPrivate().getEncoded());
    return new TlsFiles(
            console.authorityFile(),
            new TlsFiles.Identity(folder.resolve("console.crt"), folder.resolve("console.key")))
        .context();
  }

  private void pem(String name, String what, byte[] der) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    Files.writeString(
        folder.resolve(name),
        "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, body, what));
  }
}
