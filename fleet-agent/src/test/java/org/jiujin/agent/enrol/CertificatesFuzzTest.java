package org.jiujin.agent.enrol;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What comes from an EST server, and what comes back from the disk.
class CertificatesFuzzTest {
  private final SoftKeys keys = new SoftKeys();

  @FuzzTest
  void answersAreReadOrRefused(byte[] body) {
    try {
      assertFalse(EstClient.certificates(body).isEmpty());
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      assertNotNull(e);
    }
  }

  @FuzzTest
  void identitiesAreReadOrTakenForNone(byte[] text) {
    assertNotNull(Papers.identity(new String(text, StandardCharsets.US_ASCII), keys));
  }

  @Test
  void refusesAnAnswerThatIsCutAnywhere() throws Exception {
    byte[] whole = certificate(keys.make()).getEncoded();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Base64.getEncoder().encode(Arrays.copyOf(whole, length));
      assertThrows(GeneralSecurityException.class, () -> EstClient.certificates(cut));
    }
  }

  @Test
  void anIdentityThatIsCutOrChangedAnywhereIsNoneOrTheSame() throws Exception {
    KeyPair pair = keys.make();
    String whole = keys.written(pair) + Pem.write("CERTIFICATE", certificate(pair).getEncoded());
    assertTrue(Papers.identity(whole, keys).isPresent());
    var random = new Random(7);
    for (int i = 0;
        i < whole.length();
        i += 1 + random.nextInt(8)) { // each look signs and verifies
      assertTrue(Papers.identity(whole.substring(0, i), keys).isEmpty(), "cut at " + i);
      var changed = new StringBuilder(whole);
      changed.setCharAt(i, (char) ('!' + random.nextInt(90)));
      Papers.identity(changed.toString(), keys)
          .ifPresent(one ->
              assertTrue(one.certificate().getPublicKey().equals(pair.getPublic()), "another key"));
    }
  }

  private static X509Certificate certificate(KeyPair pair) throws Exception {
    return new PaperAuthority()
        .certificate(pair.getPublic(), "T1", Instant.EPOCH, Duration.ofDays(20_000));
  }
}
