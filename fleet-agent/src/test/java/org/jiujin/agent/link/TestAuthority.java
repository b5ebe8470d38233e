package org.jiujin.agent.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jiujin.agent.link.TlsFiles.Identity;

/// A small certificate authority for tests, made by the JDK's keytool. Everything lies in one folder as PEM, and in one
/// PKCS#12 store for brokers that want that.
public final class TestAuthority {
  public static final String PASSWORD = "for-tests";
  private static final char[] SECRET = PASSWORD.toCharArray();

  private final Path folder;

  private TestAuthority(Path folder) {
    this.folder = folder;
  }

  public static TestAuthority make(Path folder) throws Exception {
    Files.createDirectories(folder);
    var authority = new TestAuthority(folder);
    authority.generate("ca", "EC", "CN=Authority for tests", List.of("-ext", "bc:c"));
    return authority;
  }

  /// A server's certificate that names this machine's loopback.
  public Identity server(String alias) throws Exception {
    generate(
        alias,
        "EC",
        "CN=" + alias,
        List.of("-signer", "ca", "-ext", "san=ip:127.0.0.1,dns:localhost"));
    return identity(alias);
  }

  /// A server's certificate that names another machine.
  public Identity strangersServer(String alias) throws Exception {
    generate(
        alias, "EC", "CN=" + alias, List.of("-signer", "ca", "-ext", "san=dns:elsewhere.test"));
    return identity(alias);
  }

  public Identity terminal(String name) throws Exception {
    return terminal(name, "EC");
  }

  public Identity terminal(String name, String kind) throws Exception {
    generate(name, kind, "CN=" + name, List.of("-signer", "ca"));
    return identity(name);
  }

  public Path certificate() {
    return folder.resolve("ca.crt");
  }

  /// A store with the named entry and its chain.
  public Path store(String alias) throws GeneralSecurityException, IOException {
    KeyStore all = load();
    KeyStore one = KeyStore.getInstance("PKCS12");
    one.load(null, null);
    if (alias.equals("ca")) {
      one.setCertificateEntry(alias, all.getCertificate(alias));
    } else {
      one.setKeyEntry(alias, all.getKey(alias, SECRET), SECRET, all.getCertificateChain(alias));
    }
    Path file = folder.resolve(alias + ".p12");
    try (var out = Files.newOutputStream(file)) {
      one.store(out, SECRET);
    }
    return file;
  }

  private Identity identity(String alias) {
    return new Identity(folder.resolve(alias + ".crt"), folder.resolve(alias + ".key"));
  }

  private void generate(String alias, String kind, String name, List<String> more)
      throws Exception {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                kind,
                "-dname",
                name,
                "-validity",
                "30",
                "-keystore",
                folder.resolve("all.p12").toString(),
                "-storepass",
                PASSWORD));
    command.addAll(more);
    Process keytool =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertEquals(0, keytool.waitFor(), () -> folder.resolve("keytool.log").toString());
    KeyStore all = load();
    Files.writeString(
        folder.resolve(alias + ".crt"), pem("CERTIFICATE", all.getCertificateChain(alias)[0]));
    Files.writeString(
        folder.resolve(alias + ".key"), pem("PRIVATE KEY", all.getKey(alias, SECRET).getEncoded()));
  }

  private KeyStore load() throws GeneralSecurityException, IOException {
    KeyStore all = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve("all.p12"))) {
      all.load(in, SECRET);
    }
    return all;
  }

  private static String pem(String what, Certificate certificate) throws GeneralSecurityException {
    return pem(what, certificate.getEncoded());
  }

  private static String pem(String what, byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, body, what);
  }
}
