package org.jiujin.fleet.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.protobuf.ByteString;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Map;
import org.jiujin.fleet.command.Command;
import org.jiujin.fleet.command.CommandCodec;
import org.jiujin.fleet.command.CommandSigner;
import org.jiujin.fleet.command.CommandVerifier;
import org.jiujin.fleet.command.Refusal;
import org.jiujin.fleet.command.SignatureAlgorithm;
import org.jiujin.fleet.command.SignedCommand;
import org.jiujin.fleet.command.TrustedKeys;
import org.jiujin.fleet.configuration.ConfigurationVerifier.Verdict;
import org.junit.jupiter.api.Test;

class ConfigurationVerifierTest {
  @Test
  void takesWhatATrustedKeySignedAndSaysWhyNotOtherwise() throws Exception {
    KeyPair keys = Samples.keys();
    SignedConfiguration good = SignedConfiguration.of(Samples.CONFIGURATION, signer(keys));
    assertEquals(
        Samples.CONFIGURATION,
        assertInstanceOf(Verdict.Genuine.class, verify(good, keys)).configuration());
    assertEquals(new Verdict.Refused(Refusal.BAD_SIGNATURE), verify(good, Samples.keys()));
    assertEquals(
        new Verdict.Refused(Refusal.NO_KEYS),
        ConfigurationVerifier.verify(ConfigurationCodec.encode(good), TrustedKeys.NONE));
    assertEquals(
        new Verdict.Refused(Refusal.UNSIGNED),
        verify(
            new SignedConfiguration(
                good.configuration(), good.keyId(), good.algorithm(), ByteString.EMPTY),
            keys));
  }

  @Test
  void everyChangedByteIsNoticed() throws Exception {
    KeyPair keys = Samples.keys();
    ByteString good =
        ConfigurationCodec.encode(SignedConfiguration.of(Samples.CONFIGURATION, signer(keys)));
    for (int at = 0; at < good.size(); at++) {
      byte[] bytes = good.toByteArray();
      bytes[at] ^= 1;
      assertInstanceOf(
          Verdict.Refused.class,
          ConfigurationVerifier.verify(ByteString.copyFrom(bytes), trusted(keys)),
          "byte " + at);
    }
  }

  @Test
  void aCommandIsNoConfigurationAndAConfigurationNoCommand() throws Exception {
    KeyPair keys = Samples.keys();
    Instant now = Instant.parse("2026-11-23T02:00:00Z");
    SignedCommand command =
        signer(keys)
            .sign(
                new Command(
                    "c-1",
                    "GS-621121",
                    "T621121001",
                    "reboot",
                    Map.of(),
                    now,
                    now.plusSeconds(60),
                    "op"));
    assertInstanceOf(
        Verdict.Refused.class,
        ConfigurationVerifier.verify(CommandCodec.encode(command), trusted(keys)));
    assertInstanceOf(
        CommandVerifier.Verdict.Refused.class,
        CommandVerifier.verify(
            ConfigurationCodec.encode(SignedConfiguration.of(Samples.CONFIGURATION, signer(keys))),
            trusted(keys)));
    // even bytes that read as one were signed as something else
    var posing =
        new SignedConfiguration(
            ConfigurationCodec.encode(Samples.CONFIGURATION),
            "console-1",
            SignatureAlgorithm.ECDSA_P256.word(),
            signer(keys).signature(ConfigurationCodec.encode(Samples.CONFIGURATION)));
    assertEquals(new Verdict.Refused(Refusal.BAD_SIGNATURE), verify(posing, keys));
  }

  private static Verdict verify(SignedConfiguration signed, KeyPair keys) {
    return ConfigurationVerifier.verify(ConfigurationCodec.encode(signed), trusted(keys));
  }

  private static CommandSigner signer(KeyPair keys) {
    return new CommandSigner(keys.getPrivate(), "console-1", SignatureAlgorithm.ECDSA_P256);
  }

  private static TrustedKeys trusted(KeyPair keys) {
    return new TrustedKeys(Map.of("console-1", keys.getPublic()));
  }
}
