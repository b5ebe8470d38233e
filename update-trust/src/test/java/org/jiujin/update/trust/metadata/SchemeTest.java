package org.jiujin.update.trust.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.HexFormat;
import java.util.Optional;
import org.jiujin.update.trust.Keys;
import org.jiujin.update.trust.json.JsonObject;
import org.jiujin.update.trust.json.MalformedJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemeTest {
  private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @EnumSource(Scheme.class)
  void whatOneKeySignsNoOtherVerifies(Scheme scheme) {
    SigningKey key = Keys.fresh(scheme);
    byte[] signature = key.sign(MESSAGE);
    assertTrue(key.verifying().verifies(MESSAGE, signature));
    assertFalse(key.verifying().verifies(new byte[1], signature));
    assertFalse(Keys.fresh(scheme).verifying().verifies(MESSAGE, signature));
  }

  @ParameterizedTest
  @EnumSource(Scheme.class)
  void aSignatureThatIsNoneIsJustWrong(Scheme scheme) {
    VerifyingKey key = Keys.fresh(scheme).verifying();
    for (int length : new int[] {0, 1, 63, 64, 70, 255, 256, 4096}) {
      assertFalse(key.verifies(MESSAGE, new byte[length]), length + " bytes");
    }
  }

  @ParameterizedTest
  @EnumSource(Scheme.class)
  void aKeyIsReadAsItWasWritten(Scheme scheme) throws MalformedJson {
    VerifyingKey key = Keys.fresh(scheme).verifying();
    VerifyingKey read = VerifyingKey.read(key.toJson()).orElseThrow();
    assertEquals(key.id(), read.id());
    assertEquals(key.material(), read.material());
  }

  /// RFC 8032, 7.1, test 2.
  @Test
  void verifiesTheSignatureOfTheStandard() throws MalformedJson {
    VerifyingKey key =
        key(
                "ed25519",
                "ed25519",
                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
            .orElseThrow();
    byte[] signature =
        HexFormat.of()
            .parseHex(
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                    + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    assertTrue(key.verifies(new byte[] {0x72}, signature));
  }

  @Test
  void theOlderNameOfTheKeyTypeIsRead() throws MalformedJson {
    VerifyingKey key = Keys.fresh(Scheme.ECDSA_P256).verifying();
    String pem = key.toJson().object("keyval").text("public");
    assertEquals(
        key.material(),
        key("ecdsa-sha2-nistp256", "ecdsa-sha2-nistp256", pem).orElseThrow().material());
  }

  @Test
  void keysThatNobodyCanUseArePassedOver() throws Exception {
    assertTrue(key("ed25519", "ed25519", "3d40").isEmpty());
    assertTrue(key("ed25519", "ed25519", "not hexadecimal").isEmpty());
    assertTrue(key("ecdsa", "ecdsa-sha2-nistp256", "-----BEGIN PUBLIC KEY-----").isEmpty());
    assertTrue(key("ed25519", "ecdsa-sha2-nistp256", "00").isEmpty());
    assertTrue(key("rsa", "rsa-pkcs1", "00").isEmpty());
    var p384 = KeyPairGenerator.getInstance("EC");
    p384.initialize(new ECGenParameterSpec("secp384r1"));
    String other = Scheme.ECDSA_P256.write(p384.generateKeyPair().getPublic());
    assertTrue(key("ecdsa", "ecdsa-sha2-nistp256", other).isEmpty());
    var weak = KeyPairGenerator.getInstance("RSA");
    weak.initialize(1024);
    String short1024 = Scheme.RSA_PSS.write(weak.generateKeyPair().getPublic());
    assertTrue(key("rsa", "rsassa-pss-sha256", short1024).isEmpty());
  }

  @Test
  void aKeyIsNotUsedWithAnotherScheme() {
    VerifyingKey ed = Keys.fresh().verifying();
    assertThrows(IllegalArgumentException.class, () -> new VerifyingKey(Scheme.RSA_PSS, ed.key()));
  }

  private static Optional<VerifyingKey> key(String type, String scheme, String value)
      throws MalformedJson {
    return VerifyingKey.read(
        new JsonObject.Builder()
            .put("keytype", type)
            .put("scheme", scheme)
            .put("keyval", new JsonObject.Builder().put("public", value).build())
            .build());
  }
}
