package org.jiujin.agent.link;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jiujin.agent.link.TlsFiles.Identity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsFilesTest {
  @TempDir Path folder;
  private TestAuthority authority;

  @BeforeEach
  void makeAuthority() throws Exception {
    authority = TestAuthority.make(folder.resolve("tls"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"EC", "RSA", "Ed25519"})
  void takesKeysOfTheUsualKinds(String kind) throws Exception {
    Identity identity = authority.terminal("T621121001", kind);
    assertNotNull(new TlsFiles(authority.certificate(), identity).context());
  }

  @Test
  void saysWhichFileIsMissing() throws Exception {
    Identity identity = authority.terminal("T621121001");
    assertRefused(new TlsFiles(folder.resolve("none.crt"), identity), "none.crt", "cannot be read");
    var keyless = new Identity(identity.certificate(), folder.resolve("none.key"));
    assertRefused(new TlsFiles(authority.certificate(), keyless), "none.key", "cannot be read");
  }

  @Test
  void saysWhichFileIsNotWhatItShouldBe() throws Exception {
    Identity identity = authority.terminal("T621121001");
    Path text = Files.writeString(folder.resolve("text.pem"), "no certificate\n");
    assertRefused(new TlsFiles(text, identity), "text.pem", "no certificates in PEM");
    Path old =
        Files.writeString(
            folder.resolve("old.key"),
            Files.readString(identity.key()).replace("PRIVATE KEY", "EC PRIVATE KEY"));
    assertRefused(
        new TlsFiles(authority.certificate(), new Identity(identity.certificate(), old)),
        "old.key",
        "openssl pkcs8 -topk8");
    Path cut =
        Files.writeString(
            folder.resolve("cut.key"),
            "-----BEGIN PRIVATE KEY-----\nMIGH\n-----END PRIVATE KEY-----\n");
    assertRefused(
        new TlsFiles(authority.certificate(), new Identity(identity.certificate(), cut)),
        "cut.key",
        "PKCS#8");
  }

  @Test
  void noticesAKeyOfAnotherCertificate() throws Exception {
    Identity one = authority.terminal("T621121001");
    Identity two = authority.terminal("T621121002");
    assertRefused(
        new TlsFiles(authority.certificate(), new Identity(one.certificate(), two.key())),
        "T621121002.key",
        "does not belong");
  }

  private static void assertRefused(TlsFiles files, String name, String hint) {
    var problem = assertThrows(TlsFilesException.class, files::context);
    String message = String.valueOf(problem.getMessage());
    assertTrue(message.contains(name), message);
    assertTrue(message.contains(hint), message);
    assertFalse(message.contains("\n"), "one line: " + message);
  }
}
