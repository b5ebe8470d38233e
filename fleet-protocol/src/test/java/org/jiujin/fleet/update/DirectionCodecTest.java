package org.jiujin.fleet.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.protobuf.ByteString;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.command.CommandSigner;
import org.jiujin.fleet.command.SignatureAlgorithm;
import org.jiujin.fleet.command.SignedDocument;
import org.jiujin.fleet.command.TrustedKeys;
import org.jiujin.fleet.command.Verified;
import org.jiujin.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DirectionCodecTest {
  private static final Instant AT = Instant.parse("2026-11-24T02:00:00.123Z");
  private static final ByteString HASH = ByteString.copyFrom(new byte[32]);
  private static final Assignment APP =
      new Assignment("app", "0.2.0", HASH, 1, AT.plusSeconds(60), Urgency.WINDOW);
  private static final Assignment CATALOGUE =
      new Assignment("catalogue", "2026.11+3", HASH, 3, AT, Urgency.SOON);
  private static final Direction DIRECTION = direction(7, List.of(APP, CATALOGUE));

  @Test
  void readsWhatItWrote() throws MalformedMessageException {
    for (Direction direction : List.of(DIRECTION, direction(1, List.of()))) {
      assertEquals(direction, DirectionCodec.decode(DirectionCodec.encode(direction)));
    }
  }

  @Test
  void comesSigned() throws Exception {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    var keys = generator.generateKeyPair();
    ByteString signed =
        DirectionCodec.sign(
            DIRECTION,
            new CommandSigner(keys.getPrivate(), "console-1", SignatureAlgorithm.ECDSA_P256));
    assertTrue(signed.size() < SignedDocument.MAX_BYTES);
    assertEquals(
        new Verified.Genuine<>(DIRECTION),
        DirectionCodec.verify(signed, new TrustedKeys(Map.of("console-1", keys.getPublic()))));
  }

  @Test
  void neverTakesACutMessageForTheWholeOne() {
    ByteString bytes = DirectionCodec.encode(DIRECTION);
    for (int length = 0; length < bytes.size(); length++) {
      try { // one that was cut between two fields is another message, which the signature tells
        assertNotEquals(DIRECTION, DirectionCodec.decode(bytes.substring(0, length)));
      } catch (MalformedMessageException e) {
        assertNotNull(e.getMessage());
      }
    }
  }

  @Test
  void holdsItsBounds() {
    var tooLong = ByteString.copyFrom(new byte[SignedDocument.MAX_BYTES + 1]);
    assertThrows(MalformedMessageException.class, () -> DirectionCodec.decode(tooLong));
    assertThrows(IllegalArgumentException.class, () -> direction(0, List.of()));
    assertThrows(IllegalArgumentException.class, () -> direction(1, List.of(APP, APP)));
    List<Assignment> many =
        IntStream.rangeClosed(0, Direction.MAX_ASSIGNMENTS)
            .mapToObj(i -> assignment("k" + "x".repeat(i), "1", HASH))
            .toList();
    assertThrows(IllegalArgumentException.class, () -> direction(1, many));
    assertEquals(16, direction(1, many.subList(1, many.size())).assignments().size());
    assertThrows(
        IllegalArgumentException.class,
        () -> new Direction("GS-621121", "T621121001", 1, AT, AT, List.of()));
    for (String version : List.of("", "../1", ".1", "1/2", "1 2", "x".repeat(65))) {
      assertThrows(IllegalArgumentException.class, () -> assignment("app", version, HASH));
    }
    for (String kind : List.of("", "App", "a/b", "a".repeat(33))) {
      assertThrows(IllegalArgumentException.class, () -> assignment(kind, "1", HASH));
    }
    assertThrows(IllegalArgumentException.class, () -> assignment("app", "1", HASH.substring(1)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void readsOrRefusesWhateverComes(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = DirectionCodec.encode(DIRECTION).toByteArray();
      for (int flips = random.nextInt(8); flips >= 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      readOrRefuse(bytes);
    }
  }

  @FuzzTest
  void readsOrRefuses(byte[] bytes) {
    readOrRefuse(bytes);
  }

  private static void readOrRefuse(byte[] bytes) {
    try {
      Direction read = DirectionCodec.decode(ByteString.copyFrom(bytes));
      assertEquals(read, DirectionCodec.decode(DirectionCodec.encode(read)));
    } catch (MalformedMessageException e) {
      assertNotNull(e.getMessage());
    }
  }

  static LongStream seeds() {
    return Seeds.count(50);
  }

  private static Assignment assignment(String kind, String version, ByteString manifest) {
    return new Assignment(kind, version, manifest, 1, AT, Urgency.SOON);
  }

  private static Direction direction(long version, List<Assignment> assignments) {
    return new Direction(
        "GS-621121", "T621121001", version, AT, AT.plusSeconds(86_400), assignments);
  }
}
