package org.jiujin.agent.update;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jiujin.fleet.command.CommandSigner;
import org.jiujin.fleet.command.Refusal;
import org.jiujin.fleet.command.SignatureAlgorithm;
import org.jiujin.fleet.command.TrustedKeys;
import org.jiujin.fleet.update.Direction;
import org.jiujin.fleet.update.DirectionCodec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectionFileTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  @TempDir Path folder;
  private TrustedKeys keys = TrustedKeys.NONE;
  private KeyPair pair;

  @BeforeEach
  void makeKeys() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    pair = generator.generateKeyPair();
    Path folderOfKeys = Files.createDirectory(folder.resolve("keys"));
    Files.writeString(
        folderOfKeys.resolve("console-1.pem"),
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n");
    keys = TrustedKeys.read(folderOfKeys).keys();
  }

  @Test
  void keepsWhatCountsOverRestarts() throws Exception {
    DirectionFile file = file();
    assertEquals(Optional.empty(), file.direction());
    assertEquals(Optional.empty(), file.take(signed("T621121001", 7), keys, NOW));
    assertEquals(7, version(file));
    DirectionFile next = file();
    next.read(keys);
    assertEquals(7, version(next));
    assertEquals(Optional.empty(), next.take(signed("T621121001", 7), keys, NOW), "the same again");
  }

  @Test
  void refusesWhatDoesNotCount() throws Exception {
    DirectionFile file = file();
    file.take(signed("T621121001", 7), keys, NOW);
    assertRefused(Refusal.OLD_VERSION, file, signed("T621121001", 6), NOW);
    assertRefused(Refusal.OTHER_TERMINAL, file, signed("T621121002", 8), NOW);
    assertRefused(Refusal.EXPIRED, file, signed("T621121001", 8), NOW.plus(Duration.ofDays(8)));
    ByteString forged = signed("T621121001", 8);
    assertEquals(Optional.of(Refusal.NO_KEYS), file.take(forged, TrustedKeys.NONE, NOW));
    assertEquals(7, version(file));
  }

  @Test
  void believesNothingOnTheDiskThatIsNotSigned() throws Exception {
    file().take(signed("T621121001", 7), keys, NOW);
    Path there = folder.resolve("direction");
    byte[] bytes = Files.readAllBytes(there);
    bytes[5] ^= 1;
    Files.write(there, bytes);
    DirectionFile next = file();
    next.read(keys);
    assertEquals(Optional.empty(), next.direction());
  }

  private void assertRefused(Refusal reason, DirectionFile file, ByteString signed, Instant now) {
    assertEquals(Optional.of(reason), file.take(signed, keys, now));
  }

  private static long version(DirectionFile file) {
    return file.direction().map(Direction::version).orElse(0L);
  }

  private DirectionFile file() throws IOException {
    return new DirectionFile(folder.resolve("direction"), "GS-621121", "T621121001");
  }

  private ByteString signed(String terminal, long version) throws Exception {
    return DirectionCodec.sign(
        new Direction("GS-621121", terminal, version, NOW, NOW.plus(Duration.ofDays(7)), List.of()),
        new CommandSigner(pair.getPrivate(), "console-1", SignatureAlgorithm.ECDSA_P256));
  }
}
