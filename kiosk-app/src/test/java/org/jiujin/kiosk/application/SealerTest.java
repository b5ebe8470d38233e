package org.jiujin.kiosk.application;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import org.jiujin.kiosk.application.Sealer.Sealed;
import org.jiujin.kiosk.application.Sealer.Unsealed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SealerTest {
  private static final byte[] PLAIN = {1, 2, 3, 4, 5};
  private static final RootKey KEY = new RootKey(new byte[RootKey.BYTES]);

  @ParameterizedTest
  @EnumSource
  void opensWhatItSealed(SealingAlgorithm algorithm) {
    var sealed = new KeyedSealer(KEY, algorithm).seal(PLAIN, "row 1");
    assertEquals(algorithm, sealed.algorithm());
    assertFalse(Arrays.equals(PLAIN, Arrays.copyOf(sealed.bytes(), PLAIN.length)));
    assertArrayEquals(PLAIN, opened(new KeyedSealer(KEY, algorithm).open(sealed, "row 1")));
  }

  @ParameterizedTest
  @EnumSource
  void opensRowsOfTheOtherAlgorithmAfterAChange(SealingAlgorithm algorithm) {
    var sealed = new KeyedSealer(KEY, algorithm).seal(PLAIN, "row 1");
    for (SealingAlgorithm now : SealingAlgorithm.values()) {
      assertArrayEquals(PLAIN, opened(new KeyedSealer(KEY, now).open(sealed, "row 1")));
    }
  }

  @ParameterizedTest
  @EnumSource
  void noticesEveryChangedBit(SealingAlgorithm algorithm) {
    var sealer = new KeyedSealer(KEY, algorithm);
    var sealed = sealer.seal(PLAIN, "row 1");
    for (int bit = 0; bit < sealed.bytes().length * 8; bit++) {
      byte[] changed = sealed.bytes().clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      var tampered = new Sealed(algorithm, sealed.keyId(), sealed.nonce(), changed);
      assertEquals(StoreFault.SEAL_BROKEN, closed(sealer.open(tampered, "row 1")));
    }
  }

  @ParameterizedTest
  @EnumSource
  void noticesBytesFromAnotherRowAndAnotherKey(SealingAlgorithm algorithm) {
    var sealed = new KeyedSealer(KEY, algorithm).seal(PLAIN, "row 1");
    assertEquals(
        StoreFault.SEAL_BROKEN, closed(new KeyedSealer(KEY, algorithm).open(sealed, "row 2")));
    byte[] other = new byte[RootKey.BYTES];
    other[0] = 1;
    var stranger = new KeyedSealer(new RootKey(other), algorithm);
    assertEquals(StoreFault.KEY_OTHER, closed(stranger.open(sealed, "row 1")));
    var relabelled = new Sealed(algorithm, new RootKey(other).id(), sealed.nonce(), sealed.bytes());
    assertEquals(StoreFault.SEAL_BROKEN, closed(stranger.open(relabelled, "row 1")));
  }

  @Test
  void neverUsesANonceTwice() {
    var sealer = new KeyedSealer(KEY, SealingAlgorithm.AES_256_GCM);
    assertFalse(Arrays.equals(sealer.seal(PLAIN, "x").nonce(), sealer.seal(PLAIN, "x").nonce()));
  }

  /// RFC 8998, appendix A.2.
  @Test
  void agreesWithThePublishedExampleOfSm4InGcm() {
    var hex = HexFormat.of();
    byte[] text =
        new Sm4Gcm(hex.parseHex("0123456789abcdeffedcba9876543210"))
            .encrypt(
                hex.parseHex("00001234567800000000abcd"),
                hex.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2"),
                hex.parseHex(
                    "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                        + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa"));
    assertEquals(
        "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
            + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
            + "83de3541e4c2b58177e065a9bf7b62ec",
        hex.formatHex(text));
  }

  @Test
  void keepsKeysOfDifferentPurposesApart() {
    assertFalse(Arrays.equals(KEY.derive("a", 32), KEY.derive("b", 32)));
    assertNotEquals(KEY.id(), new RootKey(filled((byte) 1)).id());
    assertTrue(KEY.toString().contains(KEY.id()));
  }

  private static byte[] filled(byte value) {
    byte[] bytes = new byte[RootKey.BYTES];
    Arrays.fill(bytes, value);
    return bytes;
  }

  private static byte[] opened(Unsealed unsealed) {
    return assertInstanceOf(Unsealed.Plain.class, unsealed).bytes();
  }

  private static StoreFault closed(Unsealed unsealed) {
    return assertInstanceOf(Unsealed.Closed.class, unsealed).fault();
  }
}
