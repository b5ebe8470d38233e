package org.jiujin.fleet.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Security;
import java.util.List;
import java.util.Map;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jiujin.fleet.command.CommandVerifier.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandVerifierTest {
  @TempDir Path folder;

  @Test
  void takesACommandThatATrustedKeySigned() throws Exception {
    KeyPair keys = Commands.keys("secp256r1");
    ByteString bytes = signed(keys, "console-1", SignatureAlgorithm.ECDSA_P256);
    var genuine =
        assertInstanceOf(Verdict.Genuine.class, CommandVerifier.verify(bytes, trusted(keys)));
    assertEquals(Commands.MESSAGE, genuine.command());
  }

  @Test
  void refusesEverythingElseAndSaysWhy() throws Exception {
    KeyPair keys = Commands.keys("secp256r1");
    SignedCommand good =
        new CommandSigner(keys.getPrivate(), "console-1", SignatureAlgorithm.ECDSA_P256)
            .sign(Commands.MESSAGE);
    TrustedKeys trusted = trusted(keys);
    assertRefused(Refusal.NO_KEYS, good, TrustedKeys.NONE);
    assertRefused(Refusal.UNSIGNED, with(good, "console-1", ByteString.EMPTY), trusted);
    assertRefused(Refusal.UNKNOWN_KEY, with(good, "console-2", good.signature()), trusted);
    assertRefused(Refusal.BAD_SIGNATURE, good, trusted(Commands.keys("secp256r1")));
    assertRefused(
        Refusal.BAD_SIGNATURE,
        with(good, "console-1", ByteString.copyFromUtf8("not of this form")),
        trusted);
    assertRefused(
        Refusal.WRONG_ALGORITHM,
        new SignedCommand(good.command(), "console-1", "NONEwithECDSA", good.signature()),
        trusted);
    assertEquals(
        new Verdict.Refused("", Refusal.UNREADABLE),
        CommandVerifier.verify(ByteString.copyFromUtf8("nonsense"), trusted));
  }

  @Test
  void noticesEveryChangedByteOfTheCommand() throws Exception {
    KeyPair keys = Commands.keys("secp256r1");
    SignedCommand good =
        new CommandSigner(keys.getPrivate(), "console-1", SignatureAlgorithm.ECDSA_P256)
            .sign(Commands.MESSAGE);
    for (int at = 0; at < good.command().size(); at++) {
      byte[] changed = good.command().toByteArray();
      changed[at] ^= 1;
      var forged =
          new SignedCommand(
              ByteString.copyFrom(changed), good.keyId(), good.algorithm(), good.signature());
      assertInstanceOf(
          Verdict.Refused.class,
          CommandVerifier.verify(CommandCodec.encode(forged), trusted(keys)),
          "byte " + at);
    }
  }

  @Test
  void takesSm2WithSm3WhereAProviderHasIt() throws Exception {
    var provider = new BouncyCastleProvider();
    Security.addProvider(provider);
    try {
      KeyPair keys = Commands.keys("sm2p256v1", KeyPairGenerator.getInstance("EC", provider));
      Files.writeString(folder.resolve("console-sm.pem"), Commands.pem(keys));
      TrustedKeys.Reading reading = TrustedKeys.read(folder);
      assertEquals(List.of(), reading.complaints());
      ByteString bytes = signed(keys, "console-sm", SignatureAlgorithm.SM2_SM3);
      assertInstanceOf(Verdict.Genuine.class, CommandVerifier.verify(bytes, reading.keys()));
      Security.removeProvider(provider.getName());
      assertEquals(
          new Verdict.Refused(Commands.MESSAGE.id(), Refusal.WRONG_ALGORITHM),
          CommandVerifier.verify(bytes, reading.keys()));
    } finally {
      Security.removeProvider(provider.getName());
    }
  }

  @Test
  void readsTheKeysOfAFolderAndNamesWhatIsNone() throws Exception {
    KeyPair keys = Commands.keys("secp256r1");
    Files.writeString(folder.resolve("console-1.pem"), Commands.pem(keys));
    Files.writeString(folder.resolve("too-strong.pem"), Commands.pem(Commands.keys("secp384r1")));
    Files.writeString(folder.resolve("words.pem"), "-----BEGIN PUBLIC KEY-----\nwords\n");
    Files.writeString(folder.resolve("bad id.pem"), Commands.pem(keys));
    Files.writeString(folder.resolve("README"), "keys of the console");
    TrustedKeys.Reading reading = TrustedKeys.read(folder);
    assertEquals(keys.getPublic(), reading.keys().of("console-1").orElseThrow());
    assertEquals(3, reading.complaints().size(), reading.complaints().toString());
    assertTrue(reading.keys().of("too-strong").isEmpty());
  }

  @Test
  void trustsNobodyWhenThereIsNoFolder() {
    TrustedKeys.Reading reading = TrustedKeys.read(folder.resolve("none"));
    assertTrue(reading.keys().isEmpty());
    assertEquals(1, reading.complaints().size());
  }

  private static ByteString signed(KeyPair keys, String keyId, SignatureAlgorithm algorithm)
      throws Exception {
    return CommandCodec.encode(
        new CommandSigner(keys.getPrivate(), keyId, algorithm).sign(Commands.MESSAGE));
  }

  private static SignedCommand with(SignedCommand good, String keyId, ByteString signature) {
    return new SignedCommand(good.command(), keyId, good.algorithm(), signature);
  }

  private static TrustedKeys trusted(KeyPair keys) {
    return new TrustedKeys(Map.of("console-1", keys.getPublic()));
  }

  private static void assertRefused(Refusal reason, SignedCommand signed, TrustedKeys keys) {
    assertEquals(
        new Verdict.Refused(Commands.MESSAGE.id(), reason),
        CommandVerifier.verify(CommandCodec.encode(signed), keys));
  }
}
