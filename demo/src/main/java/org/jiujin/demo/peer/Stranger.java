package org.jiujin.demo.peer;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509KeyManager;
import org.jspecify.annotations.Nullable;

/// Somebody who says that he is a certain terminal, and shows a certificate for it that he made himself.
public final class Stranger {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /// MQTT 5, 3.1: CONNECT with a clean start and a keep-alive of a minute; the client id comes behind it.
  private static final byte[] CONNECT = {0, 4, 'M', 'Q', 'T', 'T', 5, 2, 0, 60, 0};

  private static final String ALIAS = "stranger";

  private final String terminal;
  private final KeyStore own;
  private final char[] password;

  private Stranger(String terminal, KeyStore own, char[] password) {
    this.terminal = terminal;
    this.own = own;
    this.password = password;
  }

  /// Makes key and certificate with the JDK's own tool.
  ///
  /// @param subject of the certificate
  /// @param folder where the file may be kept
  public static Stranger as(String terminal, String subject, Path folder)
      throws InterruptedException {
    Path file = folder.resolve("stranger.p12");
    String password = UUID.randomUUID().toString();
    try {
      Files.deleteIfExists(file);
      make(subject, file, password);
      KeyStore own = KeyStore.getInstance(file.toFile(), password.toCharArray());
      return new Stranger(terminal, own, password.toCharArray());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (GeneralSecurityException unreadable) {
      throw new IllegalStateException("keytool made something unreadable", unreadable);
    }
  }

  private static void make(String subject, Path file, String password)
      throws IOException, InterruptedException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                subject,
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                password)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD) // it chats on both
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!keytool.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS) || keytool.exitValue() != 0) {
      keytool.destroyForcibly();
      throw new IOException("keytool made no key");
    }
  }

  /// Tries to get into a broker.
  ///
  /// @param authority whom the broker's certificate must come from
  /// @return how the broker put an end to it; empty if it let him in
  /// @throws UncheckedIOException if nobody listens there, or the broker says nothing
  public String knock(int port, Path authority) {
    try (var socket = (SSLSocket) context(authority).getSocketFactory().createSocket()) {
      socket.setEnabledProtocols(new String[] {"TLSv1.3"});
      socket.setSoTimeout((int) LIMIT.toMillis());
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) LIMIT.toMillis());
      return hello(socket);
    } catch (IOException noBroker) {
      throw new UncheckedIOException(noBroker);
    } catch (GeneralSecurityException unusable) {
      throw new IllegalStateException("the key cannot be used", unusable);
    }
  }

  /// With TLS 1.3 a server refuses a certificate after the client believes that the connection stands, so the first answer
  /// counts.
  private String hello(SSLSocket socket) throws IOException {
    try {
      socket.startHandshake();
      byte[] id = ("jiujin-" + terminal).getBytes(StandardCharsets.UTF_8);
      var packet = new ByteArrayOutputStream();
      packet.write(0x10);
      packet.write(CONNECT.length + 2 + id.length);
      packet.write(CONNECT);
      packet.write(0);
      packet.write(id.length);
      packet.write(id);
      socket.getOutputStream().write(packet.toByteArray());
      return answer(socket.getInputStream());
    } catch (SocketTimeoutException silent) {
      throw silent;
    } catch (IOException refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  private static String answer(InputStream in) throws IOException {
    if (in.read() < 0) {
      throw new EOFException("the broker closed the connection");
    }
    return "";
  }

  private SSLContext context(Path authority) throws IOException, GeneralSecurityException {
    KeyStore believed = KeyStore.getInstance("PKCS12");
    believed.load(null, null);
    try (InputStream in = Files.newInputStream(authority)) {
      believed.setCertificateEntry(
          "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own, password);
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(believed);
    SSLContext context = SSLContext.getInstance("TLS");
    var bold = new Bold((X509KeyManager) keys.getKeyManagers()[0]);
    context.init(new KeyManager[] {bold}, trust.getTrustManagers(), null);
    return context;
  }

  /// Shows the certificate although the broker has said whose it believes; the JDK's own would show none then.
  private static final class Bold extends X509ExtendedKeyManager {
    private final X509KeyManager keys;

    Bold(X509KeyManager keys) {
      this.keys = keys;
    }

    @Override
    public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
      return ALIAS;
    }

    @Override
    public String[] getClientAliases(String type, Principal[] issuers) {
      return new String[] {ALIAS};
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return keys.getCertificateChain(alias);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return keys.getPrivateKey(alias);
    }

    @Override
    public String[] getServerAliases(String type, Principal[] issuers) {
      return new String[0];
    }

    @Override
    public @Nullable String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
      return null;
    }
  }
}
