package org.jiujin.fleet.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.protobuf.ByteString;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Map;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.command.SignedDocument.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignedDocumentTest {
  private static final ByteString TEXT = ByteString.copyFromUtf8("what it says");

  private KeyPair keys;

  @BeforeEach
  void makeKeys() throws GeneralSecurityException {
    keys = Commands.keys("secp256r1");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void takesWhatATrustedKeySignedAndSaysWhyNotOtherwise(Kind kind) throws Exception {
    SignedDocument good = SignedDocument.of(kind, TEXT, signer());
    assertEquals(new Verified.Genuine<>(TEXT), verified(good, kind, trusted()));
    TrustedKeys others =
        new TrustedKeys(Map.of("console-1", Commands.keys("secp256r1").getPublic()));
    assertEquals(new Verified.Refused<>(Refusal.BAD_SIGNATURE), verified(good, kind, others));
    assertEquals(new Verified.Refused<>(Refusal.NO_KEYS), verified(good, kind, TrustedKeys.NONE));
    var bare = new SignedDocument(TEXT, good.keyId(), good.algorithm(), ByteString.EMPTY);
    assertEquals(new Verified.Refused<>(Refusal.UNSIGNED), verified(bare, kind, trusted()));
  }

  @Test
  void oneKindIsNeverTakenForAnother() throws Exception {
    for (Kind kind : Kind.values()) {
      for (Kind other : Kind.values()) {
        SignedDocument signed = SignedDocument.of(kind, TEXT, signer());
        assertEquals(
            kind == other
                ? new Verified.Genuine<>(TEXT)
                : new Verified.Refused<>(Refusal.BAD_SIGNATURE),
            verified(signed, other, trusted()));
      }
    }
    // a command has no words before it
    ByteString command = CommandCodec.encode(Commands.MESSAGE);
    var posing =
        new SignedDocument(
            command,
            "console-1",
            SignatureAlgorithm.ECDSA_P256.word(),
            signer().signature(command));
    for (Kind kind : Kind.values()) {
      assertEquals(
          new Verified.Refused<>(Refusal.BAD_SIGNATURE), verified(posing, kind, trusted()));
      assertInstanceOf(
          CommandVerifier.Verdict.Refused.class,
          CommandVerifier.verify(SignedDocument.of(kind, command, signer()).toBytes(), trusted()));
    }
  }

  @Test
  void everyChangedByteIsNoticed() throws Exception {
    ByteString good = SignedDocument.of(Kind.DIRECTION, TEXT, signer()).toBytes();
    for (int at = 0; at < good.size(); at++) {
      byte[] bytes = good.toByteArray();
      bytes[at] ^= 1;
      assertInstanceOf(
          Verified.Refused.class,
          Verified.of(ByteString.copyFrom(bytes), Kind.DIRECTION, trusted(), text -> text),
          "byte " + at);
    }
  }

  @Test
  void neverTakesACutDocumentForTheWholeOne() throws Exception {
    SignedDocument whole = SignedDocument.of(Kind.DIRECTION, TEXT, signer());
    ByteString bytes = whole.toBytes();
    assertEquals(whole, SignedDocument.read(bytes));
    int refused = 0;
    for (int length = 0; length < bytes.size(); length++) {
      try {
        assertNotEquals(whole, SignedDocument.read(bytes.substring(0, length)));
      } catch (MalformedMessageException _) {
        refused++;
      }
    }
    assertTrue(refused > bytes.size() * 8 / 10, refused + " of " + bytes.size() + " refused");
    var tooLong = ByteString.copyFrom(new byte[SignedDocument.MAX_BYTES + 1]);
    assertThrows(MalformedMessageException.class, () -> SignedDocument.read(tooLong));
  }

  @Test
  void whatCannotBeReadIsNotAskedForItsSignature() throws Exception {
    ByteString signed = SignedDocument.of(Kind.DIRECTION, TEXT, signer()).toBytes();
    assertEquals(
        new Verified.Refused<>(Refusal.UNREADABLE),
        Verified.of(
            signed,
            Kind.DIRECTION,
            trusted(),
            _ -> {
              throw new MalformedMessageException("not one");
            }));
  }

  @FuzzTest
  void readsOrRefuses(byte[] bytes) {
    try {
      SignedDocument read = SignedDocument.read(ByteString.copyFrom(bytes));
      if (bytes.length < SignedDocument.MAX_BYTES / 2) { // fields that were left out are written
        assertEquals(read, SignedDocument.read(read.toBytes()));
      }
    } catch (MalformedMessageException e) {
      assertNotNull(e.getMessage());
    }
  }

  private static Verified<ByteString> verified(
      SignedDocument signed, Kind kind, TrustedKeys trusted) {
    return Verified.of(signed.toBytes(), kind, trusted, text -> text);
  }

  private CommandSigner signer() {
    return new CommandSigner(keys.getPrivate(), "console-1", SignatureAlgorithm.ECDSA_P256);
  }

  private TrustedKeys trusted() {
    return new TrustedKeys(Map.of("console-1", keys.getPublic()));
  }
}
