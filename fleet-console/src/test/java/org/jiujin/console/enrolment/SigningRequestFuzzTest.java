package org.jiujin.console.enrolment;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Arrays;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.jiujin.console.enrolment.SigningRequest.Reading;
import org.junit.jupiter.api.Test;

/// What anybody may send to the port of EST.
class SigningRequestFuzzTest {
  @FuzzTest
  void requestsAreReadOrRefused(byte[] der) {
    assertNotNull(SigningRequest.read(der));
  }

  @FuzzTest
  void credentialsAreReadOrNone(byte[] header) {
    EstServlet.credentials(new String(header, StandardCharsets.ISO_8859_1))
        .ifPresent(who -> assertFalse(who.terminal().isEmpty()));
  }

  @Test
  void refusesARequestThatIsCutOrChangedAnywhere() throws Exception {
    KeyPair keys = Authority.newKey();
    byte[] whole =
        new JcaPKCS10CertificationRequestBuilder(new X500Name("OU=G,CN=T"), keys.getPublic())
            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
            .getEncoded();
    assertInstanceOf(Reading.Read.class, SigningRequest.read(whole));
    for (int i = 0; i < whole.length; i++) {
      assertInstanceOf(Reading.Refused.class, SigningRequest.read(Arrays.copyOf(whole, i)));
      byte[] changed = whole.clone();
      changed[i] ^= 1;
      assertInstanceOf(Reading.Refused.class, SigningRequest.read(changed), "changed at " + i);
    }
  }
}
