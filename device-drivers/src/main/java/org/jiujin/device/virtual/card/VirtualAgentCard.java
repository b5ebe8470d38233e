package org.jiujin.device.virtual.card;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;

/// An agent's card by NIST SP 800-73-4 (PIV) with a key made on the spot. Its agent does not exist. Thread-safe.
public final class VirtualAgentCard implements VirtualChipCard {
  private static final byte[] RESET_ANSWER = hex("3B800181");
  private static final byte[] NAME = hex("A000000308000010000100");
  private static final byte[] GUID = hex("00000000000040008000000000000001");
  private static final int LEAST_NAME_BYTES = 5;
  private static final int MOST_TRIES = 3;
  private static final int PIN_BYTES = 8;

  private final KeyPair keys;
  private final byte[] certificate;
  private final byte[] pin;
  private final ResponseBuffer response = new ResponseBuffer();
  private final ByteArrayOutputStream chain = new ByteArrayOutputStream();
  private boolean selected;
  private boolean verified;
  private int triesLeft = MOST_TRIES;

  private VirtualAgentCard(KeyPair keys, byte[] certificate, String pin) {
    this.keys = keys;
    this.certificate = certificate;
    this.pin = Arrays.copyOf(pin.getBytes(StandardCharsets.US_ASCII), PIN_BYTES);
    Arrays.fill(this.pin, pin.length(), PIN_BYTES, (byte) 0xFF);
  }

  /// A card with an RSA key of 2048 bits.
  ///
  /// @param pin six to eight digits
  public static VirtualAgentCard rsa(String pin) {
    return make("RSA", pin);
  }

  /// A card with a key on the curve P-256.
  ///
  /// @param pin six to eight digits
  public static VirtualAgentCard ellipticCurve(String pin) {
    return make("EC", pin);
  }

  private static VirtualAgentCard make(String algorithm, String pin) {
    try {
      var generator = KeyPairGenerator.getInstance(algorithm);
      if (algorithm.equals("RSA")) {
        generator.initialize(2048);
      } else {
        generator.initialize(new ECGenParameterSpec("secp256r1"));
      }
      var keys = generator.generateKeyPair();
      return new VirtualAgentCard(keys, VirtualCertificate.of(keys, "代办测试"), pin);
    } catch (GeneralSecurityException impossible) { // every JDK has both
      throw new AssertionError(impossible);
    }
  }

  /// The tries that are left.
  public synchronized int triesLeft() {
    return triesLeft;
  }

  @Override
  public byte[] answerToReset() {
    return RESET_ANSWER.clone();
  }

  @Override
  public synchronized void reset() {
    selected = false;
    verified = false;
    response.forget();
    chain.reset();
  }

  @Override
  public synchronized byte[] answer(byte[] bytes) {
    var command = CardCommand.parse(bytes);
    if (command.body().wrong()) {
      return CardAnswer.of(CardAnswer.WRONG_LENGTH);
    }
    if (command.code() == 0x00A4) {
      return select(command);
    }
    if (!selected) {
      return CardAnswer.of(CardAnswer.NO_INSTRUCTION);
    }
    return switch (command.code()) {
      case 0x00C0 -> response.next(command.expected());
      case 0x00CB -> getData(command);
      case 0x0020 -> verify(command);
      case 0x1087 -> {
        chain.writeBytes(command.data());
        yield CardAnswer.of(CardAnswer.OK);
      }
      case 0x0087 -> authenticate(command);
      default -> CardAnswer.of(CardAnswer.NO_INSTRUCTION);
    };
  }

  private byte[] select(CardCommand command) {
    var name = command.data();
    if (name.length < LEAST_NAME_BYTES
        || name.length > NAME.length
        || !Arrays.equals(name, Arrays.copyOf(NAME, name.length))) {
      return CardAnswer.of(CardAnswer.NO_FILE);
    }
    // On many real cards selecting anew forgets the PIN, whatever the standard says.
    verified = false;
    selected = true;
    return CardAnswer.of(CardAnswer.OK, CardAnswer.object(0x61, CardAnswer.object(0x4F, NAME)));
  }

  private byte[] getData(CardCommand command) {
    return switch (HexFormat.of().withUpperCase().formatHex(command.data())) {
      case "5C035FC102" ->
          response.begin(
              CardAnswer.object(
                  0x53,
                  CardAnswer.object(0x30, new byte[25]),
                  CardAnswer.object(0x34, GUID),
                  CardAnswer.object(0x35, "20450101".getBytes(StandardCharsets.US_ASCII)),
                  CardAnswer.object(0x3E),
                  CardAnswer.object(0xFE)));
      case "5C035FC105" ->
          response.begin(
              CardAnswer.object(
                  0x53,
                  CardAnswer.object(0x70, certificate),
                  CardAnswer.object(0x71, new byte[] {0}),
                  CardAnswer.object(0xFE)));
      default -> CardAnswer.of(CardAnswer.NO_FILE);
    };
  }

  private byte[] verify(CardCommand command) {
    if (command.p2() != 0x80) {
      return CardAnswer.of(0x6A88);
    }
    if (command.data().length == 0) {
      return verified ? CardAnswer.of(CardAnswer.OK) : triesLeftAnswer();
    }
    if (triesLeft == 0) {
      return CardAnswer.of(CardAnswer.BLOCKED);
    }
    if (command.data().length != PIN_BYTES) {
      return CardAnswer.of(CardAnswer.WRONG_DATA);
    }
    verified = Arrays.equals(command.data(), pin);
    triesLeft = verified ? MOST_TRIES : triesLeft - 1;
    return CardAnswer.of(verified ? CardAnswer.OK : 0x63C0 | triesLeft);
  }

  private byte[] triesLeftAnswer() {
    return triesLeft == 0 ? CardAnswer.of(CardAnswer.BLOCKED) : CardAnswer.of(0x63C0 | triesLeft);
  }

  private byte[] authenticate(CardCommand command) {
    chain.writeBytes(command.data());
    var request = chain.toByteArray();
    chain.reset();
    boolean rsa = keys.getPublic().getAlgorithm().equals("RSA");
    int block = rsa ? 256 : 32;
    var head = rsa ? hex("7C82010682008182" + "0100") : hex("7C2482008120");
    if (command.p2() != 0x9A || command.p1() != (rsa ? 0x07 : 0x11)) {
      return CardAnswer.of(CardAnswer.WRONG_PARAMETERS);
    }
    if (!verified) {
      return CardAnswer.of(CardAnswer.SECURITY);
    }
    if (request.length != head.length + block
        || !Arrays.equals(head, Arrays.copyOf(request, head.length))) {
      return CardAnswer.of(CardAnswer.WRONG_DATA);
    }
    var work = Arrays.copyOfRange(request, head.length, request.length);
    return response.begin(CardAnswer.object(0x7C, CardAnswer.object(0x82, sign(work, rsa))));
  }

  /// The bare operation: padding and hashing are the terminal's business.
  private byte[] sign(byte[] block, boolean rsa) {
    try {
      if (rsa) {
        var cipher = Cipher.getInstance("RSA/ECB/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, keys.getPrivate());
        return cipher.doFinal(block);
      }
      var signer = Signature.getInstance("NONEwithECDSA");
      signer.initSign(keys.getPrivate());
      signer.update(block);
      return signer.sign();
    } catch (GeneralSecurityException impossible) { // the key was made for it
      throw new AssertionError(impossible);
    }
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
