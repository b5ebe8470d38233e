package org.jiujin.agent.configuration;

import com.google.protobuf.ByteString;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiujin.fleet.command.CommandSigner;
import org.jiujin.fleet.command.SignatureAlgorithm;
import org.jiujin.fleet.command.TrustedKeys;
import org.jiujin.fleet.command.Verified;
import org.jiujin.fleet.configuration.Configuration;
import org.jiujin.fleet.configuration.ConfigurationCodec;
import org.jiujin.fleet.configuration.Layer;

/// A console of tests: documents and the key that they are signed with.
final class Documents {
  static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");
  static final String GROUP = "GS-621121";
  static final String TERMINAL = "T621121001";

  private static final KeyPair KEYS = keys();
  private static final CommandSigner SIGNER =
      new CommandSigner(KEYS.getPrivate(), "console-1", SignatureAlgorithm.ECDSA_P256);

  static final TrustedKeys TRUSTED = new TrustedKeys(Map.of("console-1", KEYS.getPublic()));

  private Documents() {}

  static ByteString signed(long version, Map<String, String> settings) {
    return signed(TERMINAL, version, settings);
  }

  static ByteString signed(String terminal, long version, Map<String, String> settings) {
    var layer = new Layer(Layer.Scope.COUNTY, "621121", "", settings, Set.of());
    try {
      return ConfigurationCodec.sign(
          new Configuration(GROUP, terminal, version, AT, List.of(layer)), SIGNER);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static Verified<Configuration> verdict(ByteString signed) {
    return ConfigurationCodec.verify(signed, TRUSTED);
  }

  static Document document(ByteString signed) {
    return verdict(signed) instanceof Verified.Genuine<Configuration>(var configuration)
        ? new Document(configuration, signed)
        : fail();
  }

  private static Document fail() {
    throw new AssertionError("a document of ours is not genuine");
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
