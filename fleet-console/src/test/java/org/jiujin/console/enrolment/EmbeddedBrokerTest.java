package org.jiujin.console.enrolment;

import static org.jiujin.console.enrolment.EnrollingConsole.until;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jiujin.agent.link.TlsFiles;
import org.jiujin.fleet.Payload;
import org.jiujin.fleet.PayloadCodec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The console's embedded broker at its port for terminals, with certificates of the console's authority and of another.
class EmbeddedBrokerTest {
  private static final long WAIT_MS = 10_000;
  private static final byte[] NO_BIRTH =
      PayloadCodec.encode(new Payload(Instant.ofEpochSecond(1_790_000_000), List.of(), 5));
  private static final String OWN = "T621121001";
  private static final String OTHER = "T621121002";

  @TempDir private static Path folder;
  private static EnrollingConsole console;

  private final List<MqttAsyncClient> clients = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    console = new EnrollingConsole(folder.resolve("console"), "90d");
  }

  @AfterAll
  static void stop() {
    console.close();
  }

  @AfterEach
  void leave() throws MqttException {
    for (MqttAsyncClient client : clients) {
      client.disconnectForcibly(0, 1000, false);
      client.close(true);
    }
  }

  @Test
  void hearsATerminalWithACertificateAndTellsItWhatIsForIt() throws Exception {
    String commands = "spBv1.0/GS-621121/NCMD/" + OWN;
    var heard = new CopyOnWriteArrayList<String>();
    MqttAsyncClient terminal = connect(OWN, identity(console.authority(), "good"), heard::add);
    terminal.subscribe(commands, 1).waitForCompletion(WAIT_MS);
    terminal
        .publish("spBv1.0/GS-621121/NDATA/" + OWN, NO_BIRTH, 0, false)
        .waitForCompletion(WAIT_MS);
    until("that it be asked for a birth", () -> heard.contains(commands));
  }

  @Test
  void doesNotLetInWhoBringsTheSameNameFromAnotherAuthority() throws Exception {
    Authority stranger = Authority.found(Authority.newKey(), Instant.now());
    SSLContext strange = identity(stranger, "stranger");
    assertFalse(isLetIn(OWN, strange));
  }

  @Test
  void doesNotLetInWhoBringsNoCertificate() throws Exception {
    SSLContext none = new TlsFiles(console.authorityFile(), null).context();
    assertFalse(isLetIn(OWN, none));
  }

  @Test
  void doesNotLetATerminalTakeAnothersName() throws Exception {
    SSLContext own = identity(console.authority(), "thief");
    assertFalse(isLetIn(OTHER, own));
    assertTrue(isLetIn(OWN, own));
  }

  @Test
  void endsTheConnectionOfOneThatSpeaksForAnother() throws Exception {
    MqttAsyncClient terminal = connect(OWN, identity(console.authority(), "liar"), _ -> {});
    terminal.publish("spBv1.0/GS-621121/NDEATH/" + OTHER, NO_BIRTH, 0, false);
    until("it is put out", () -> !terminal.isConnected());
  }

  @Test
  void endsTheConnectionOfOneThatListensToAll() throws Exception {
    MqttAsyncClient terminal = connect(OWN, identity(console.authority(), "ear"), _ -> {});
    terminal.subscribe("spBv1.0/#", 0);
    until("it is put out", () -> !terminal.isConnected());
  }

  private MqttAsyncClient connect(String id, SSLContext context, Consumer<String> topics)
      throws MqttException {
    var client = new MqttAsyncClient(console.broker(), "jiujin-" + id, new MemoryPersistence());
    clients.add(client);
    client.setCallback(new ListeningOnly((topic, _) -> topics.accept(topic)));
    var options = new MqttConnectionOptions();
    options.setSocketFactory(context.getSocketFactory());
    client.connect(options).waitForCompletion(WAIT_MS);
    return client;
  }

  /// Says CONNECT and looks whether CONNACK comes back. With TLS 1.3 a server refuses a certificate after the client believes that
  /// the connection stands. Not with the client library, which leaves a thread behind when it is refused so.
  private static boolean isLetIn(String terminal, SSLContext context) throws IOException {
    String id = "jiujin-" + terminal;
    URI broker = URI.create(console.broker());
    var connect = new ByteArrayOutputStream();
    connect.writeBytes(new byte[] {0x10, (byte) (13 + id.length())});
    connect.writeBytes(new byte[] {0, 4, 'M', 'Q', 'T', 'T', 5, 2, 0, 60, 0});
    connect.writeBytes(new byte[] {0, (byte) id.length()});
    connect.writeBytes(id.getBytes(StandardCharsets.US_ASCII));
    try (var socket = context.getSocketFactory().createSocket(broker.getHost(), broker.getPort())) {
      socket.setSoTimeout((int) WAIT_MS);
      socket.getOutputStream().write(connect.toByteArray());
      return socket.getInputStream().read() == 0x20;
    } catch (SSLException | SocketException refused) {
      return false;
    }
  }

  /// Key and certificate of a terminal.
  ///
  /// @param file what to call them
  private static SSLContext identity(Authority authority, String file) throws Exception {
    KeyPair keys = Authority.newKey();
    X509Certificate certificate =
        authority.terminal(
            SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()),
            OWN,
            "GS-621121",
            Duration.ofDays(1),
            Instant.now());
    Path shown = pem(file + ".crt", "CERTIFICATE", certificate.getEncoded());
    Path key = pem(file + ".key", "PRIVATE KEY", keys.getPrivate().getEncoded());
    return new TlsFiles(console.authorityFile(), new TlsFiles.Identity(shown, key)).context();
  }

  private static Path pem(String name, String what, byte[] der) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return Files.writeString(
        folder.resolve(name),
        "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, body, what));
  }
}
