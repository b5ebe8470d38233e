package org.jiujin.device.iso7816;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jiujin.device.Fault;
import org.jiujin.device.chipcard.AgentCard;
import org.jiujin.device.chipcard.AgentCard.KeyKind;
import org.jiujin.device.chipcard.Insertion;
import org.jiujin.device.chipcard.Pin;
import org.jiujin.device.chipcard.PinOutcome;
import org.jiujin.device.chipcard.PinState;
import org.jiujin.device.chipcard.SignOutcome;

/// The PIV application of an agent's card (NIST SP 800-73-4 part 2).
public final class PivCard {
  private static final byte[] NAME = hex("A00000030800001000");
  private static final byte[] CARDHOLDER_ID = hex("5FC102");
  private static final byte[] AUTHENTICATION_CERTIFICATE = hex("5FC105");

  /// DigestInfo of SHA-256 (RFC 8017, 9.2, note 1).
  private static final byte[] SHA256_INFO = hex("3031300D060960864801650304020105000420");

  private static final int SELECT = 0xA4;
  private static final int GET_DATA = 0xCB;
  private static final int VERIFY = 0x20;
  private static final int GENERAL_AUTHENTICATE = 0x87;
  private static final int PIN_REFERENCE = 0x80;
  private static final int AUTHENTICATION_KEY = 0x9A;
  private static final int RSA_BYTES = 256;

  private final CardSession session;

  public PivCard(CardSession session) {
    this.session = session;
  }

  /// Reads the card's identifier and its certificate for authentication.
  public CardReading read(Insertion insertion) throws ExchangeException {
    if (!select()) {
      return new CardReading.OtherKind();
    }
    var id = data(CARDHOLDER_ID).flatMap(PivObjects::cardholderId);
    var certificate = data(AUTHENTICATION_CERTIFICATE).flatMap(PivObjects::certificate);
    if (id.isEmpty() || certificate.isEmpty()) {
      var lack = id.isEmpty() ? "no card holder identifier" : "no certificate";
      return new CardReading.Unreadable(Fault.of(Fault.Code.CARD_UNREADABLE, lack));
    }
    return PivObjects.kind(certificate.get().getPublicKey())
        .<CardReading>map(kind ->
            new CardReading.Read(new AgentCard(insertion, id.get(), certificate.get(), kind)))
        .orElseGet(
            () -> new CardReading.Unreadable(Fault.of(Fault.Code.CARD_UNKNOWN, "kind of key")));
  }

  /// Selects the application. A card whose application was selected already keeps what was verified.
  public boolean select() throws ExchangeException {
    return session
        .exchange(Apdu.of(0, SELECT, 4, 0).with(NAME).expecting(Apdu.ANY_LENGTH))
        .word()
        .ok();
  }

  /// Asks for the tries left by a VERIFY without a PIN, which costs none (3.2.1).
  public PinState pinState() throws ExchangeException {
    var word = session.exchange(Apdu.of(0, VERIFY, 0, PIN_REFERENCE)).word();
    if (word.ok()) {
      return new PinState.Verified();
    }
    if (word.tellsTries()) {
      return word.triesLeft() == 0
          ? new PinState.Blocked()
          : new PinState.TriesLeft(word.triesLeft());
    }
    return word.equals(StatusWord.AUTHENTICATION_BLOCKED)
        ? new PinState.Blocked()
        : new PinState.Failed(word.fault());
  }

  /// Shows the PIN, once. When this throws, a try may or may not have counted.
  public PinOutcome verify(Pin pin) throws ExchangeException {
    var block = pin.padded();
    try {
      var word = session.exchange(Apdu.of(0, VERIFY, 0, PIN_REFERENCE).with(block)).word();
      if (word.ok()) {
        return new PinOutcome.Verified();
      }
      if (word.tellsTries()) {
        return new PinOutcome.Wrong(word.triesLeft());
      }
      return word.equals(StatusWord.AUTHENTICATION_BLOCKED)
          ? new PinOutcome.Blocked()
          : new PinOutcome.Failed(word.fault());
    } finally {
      Arrays.fill(block, (byte) 0);
    }
  }

  /// Lets the card sign (3.2.4).
  public SignOutcome sign(KeyKind kind, byte[] challenge) throws ExchangeException {
    var reply =
        session.chained(
            Apdu.of(0, GENERAL_AUTHENTICATE, algorithm(kind), AUTHENTICATION_KEY)
                .expecting(Apdu.ANY_LENGTH),
            request(block(kind, challenge)));
    if (reply.word().equals(StatusWord.SECURITY_NOT_SATISFIED)) {
      return new SignOutcome.PinNeeded();
    }
    if (!reply.word().ok()) {
      return new SignOutcome.Failed(reply.word().fault());
    }
    return Tlv.find(reply.data(), 0x7C, 0x82)
        .<SignOutcome>map(SignOutcome.Signed::new)
        .orElseGet(() ->
            new SignOutcome.Failed(
                Fault.of(Fault.Code.CARD_UNREADABLE, "no signature in the answer")));
  }

  private Optional<byte[]> data(byte[] object) throws ExchangeException {
    var reply =
        session.exchange(
            Apdu.of(0, GET_DATA, 0x3F, 0xFF)
                .with(Tlv.encode(0x5C, object))
                .expecting(Apdu.ANY_LENGTH));
    return reply.word().ok() ? Optional.of(reply.data()) : Optional.empty();
  }

  private static int algorithm(KeyKind kind) {
    return switch (kind) {
      case RSA_2048 -> 0x07;
      case EC_P256 -> 0x11;
    };
  }

  /// What the key works on: a padded block (PKCS #1 v1.5) or the plain hash.
  private static byte[] block(KeyKind kind, byte[] challenge) {
    var hash = sha256(challenge);
    return switch (kind) {
      case EC_P256 -> hash;
      case RSA_2048 -> {
        var block = new byte[RSA_BYTES];
        int hashAt = RSA_BYTES - hash.length;
        int infoAt = hashAt - SHA256_INFO.length;
        Arrays.fill(block, 2, infoAt - 1, (byte) 0xFF);
        block[1] = 1;
        System.arraycopy(SHA256_INFO, 0, block, infoAt, SHA256_INFO.length);
        System.arraycopy(hash, 0, block, hashAt, hash.length);
        yield block;
      }
    };
  }

  /// An empty response, which asks for one, and the challenge.
  private static byte[] request(byte[] block) {
    var wish = Tlv.encode(0x82, new byte[0]);
    var challenge = Tlv.encode(0x81, block);
    var both = Arrays.copyOf(wish, wish.length + challenge.length);
    System.arraycopy(challenge, 0, both, wish.length, challenge.length);
    return Tlv.encode(0x7C, both);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) { // every JDK has it
      throw new AssertionError(impossible);
    }
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
