package org.jiujin.console.enrolment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorityTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  @TempDir private Path folder;

  @Test
  void isTheSameAfterARestartAndAfterACrashBetweenItsTwoFiles() throws Exception {
    var files = new AuthorityFiles(folder.resolve("a/ca.pem"), folder.resolve("a/ca.key"));
    byte[] first = files.openOrFound(NOW).certificate().getEncoded();
    assertArrayEquals(first, files.openOrFound(NOW).certificate().getEncoded());
    byte[] key = files.openOrFound(NOW).certificate().getPublicKey().getEncoded();
    Files.delete(folder.resolve("a/ca.pem"));
    assertArrayEquals(
        key, files.openOrFound(NOW).certificate().getPublicKey().getEncoded(), "the same key");
  }

  @Test
  void signsWithTheProvincesKeyWhetherOnACurveOrRsa() throws Exception {
    for (String kind : List.of("rsa:2048", "ec")) {
      Path key = folder.resolve("province.key");
      Path certificate = folder.resolve("province.pem");
      openssl(kind, key, certificate);
      Authority authority = new AuthorityFiles(certificate, key).open();
      KeyPair terminal = Authority.newKey();
      X509Certificate given =
          authority.terminal(
              SubjectPublicKeyInfo.getInstance(terminal.getPublic().getEncoded()),
              "T621121001",
              "GS-621121",
              Duration.ofDays(90),
              Instant.now());
      given.verify(authority.certificate().getPublicKey());
      assertEquals(List.of("1.3.6.1.5.5.7.3.2"), given.getExtendedKeyUsage());
      assertTrue(
          !given
              .getNotAfter()
              .toInstant()
              .isAfter(authority.certificate().getNotAfter().toInstant()),
          "never longer than the authority");
    }
  }

  @Test
  void refusesAKeyThatIsNotTheAuthoritys() throws Exception {
    openssl("ec", folder.resolve("one.key"), folder.resolve("one.pem"));
    openssl("ec", folder.resolve("two.key"), folder.resolve("two.pem"));
    var mixed = new AuthorityFiles(folder.resolve("one.pem"), folder.resolve("two.key"));
    assertThrows(IllegalStateException.class, mixed::open);
  }

  @Test
  void anAddressMayAskSoOftenAMinute() {
    var now = new Instant[] {NOW};
    InstantSource clock = () -> now[0];
    var throttle = new Throttle(2, clock);
    assertTrue(throttle.lets("a"));
    assertTrue(throttle.lets("a"));
    assertFalse(throttle.lets("a"));
    assertTrue(throttle.lets("b"));
    now[0] = NOW.plusSeconds(60);
    assertTrue(throttle.lets("a"));
  }

  private static void openssl(String kind, Path key, Path certificate) throws Exception {
    var command =
        new java.util.ArrayList<>(
            List.of("openssl", "req", "-x509", "-nodes", "-days", "30", "-subj", "/CN=Province"));
    command.addAll(List.of("-newkey", kind));
    if (kind.equals("ec")) {
      command.addAll(List.of("-pkeyopt", "ec_paramgen_curve:P-384"));
    }
    command.addAll(List.of("-keyout", key.toString(), "-out", certificate.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
  }
}
