package org.jiujin.update.trust.metadata;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// The signature schemes of the TUF specification (section 4.2), on top of the JDK's own providers.
public enum Scheme {
  /// Ed25519; the public key is 64 hexadecimal digits.
  ED25519("ed25519", "ed25519", "Ed25519", "Ed25519"),
  /// ECDSA over P-256 with SHA-256; the public key is PEM. Older repositories name the key type like the scheme.
  ECDSA_P256("ecdsa", "ecdsa-sha2-nistp256", "EC", "SHA256withECDSA"),
  /// RSASSA-PSS with SHA-256 and a salt of 32 bytes; the public key is PEM, of 2048 to 8192 bits.
  RSA_PSS("rsa", "rsassa-pss-sha256", "RSA", "RSASSA-PSS");

  private static final HexFormat HEX = HexFormat.of();

  /// What stands before the 32 bytes of an Ed25519 key in a SubjectPublicKeyInfo (RFC 8410, section 4).
  private static final byte[] ED25519_HEAD = HEX.parseHex("302a300506032b6570032100");

  private static final String PEM_HEAD = "-----BEGIN PUBLIC KEY-----";
  private static final String PEM_TAIL = "-----END PUBLIC KEY-----";

  private final String keyType;
  private final String word;
  private final String keyAlgorithm;
  private final String signatureAlgorithm;

  Scheme(String keyType, String word, String keyAlgorithm, String signatureAlgorithm) {
    this.keyType = keyType;
    this.word = word;
    this.keyAlgorithm = keyAlgorithm;
    this.signatureAlgorithm = signatureAlgorithm;
  }

  /// The scheme of these two words; empty when it is none of ours.
  static Optional<Scheme> of(String keyType, String word) {
    return Arrays.stream(values())
        .filter(scheme -> scheme.word.equals(word))
        .filter(scheme -> scheme.keyType.equals(keyType) || isOldType(scheme, keyType))
        .findFirst();
  }

  private static boolean isOldType(Scheme scheme, String keyType) {
    return scheme == ECDSA_P256 && keyType.equals(scheme.word);
  }

  String keyType() {
    return keyType;
  }

  String word() {
    return word;
  }

  /// Reads a public key as metadata writes it; empty when it is not one of this scheme.
  Optional<PublicKey> read(String written) {
    try {
      byte[] info = this == ED25519 ? ed25519Info(written) : pemInfo(written);
      PublicKey key =
          KeyFactory.getInstance(keyAlgorithm).generatePublic(new X509EncodedKeySpec(info));
      return fits(key) ? Optional.of(key) : Optional.empty();
    } catch (InvalidKeySpecException | IllegalArgumentException e) {
      return Optional
          .empty(); // a key that nobody can use is like a key of a scheme that we do not know
    } catch (NoSuchAlgorithmException e) {
      throw missing(e);
    }
  }

  private static byte[] ed25519Info(String written) {
    byte[] point = HEX.parseHex(written);
    byte[] info = Arrays.copyOf(ED25519_HEAD, ED25519_HEAD.length + point.length);
    System.arraycopy(point, 0, info, ED25519_HEAD.length, point.length);
    return info;
  }

  private static byte[] pemInfo(String written) {
    String pem = written.strip();
    if (!pem.startsWith(PEM_HEAD) || !pem.endsWith(PEM_TAIL)) {
      throw new IllegalArgumentException("not PEM");
    }
    String body = pem.substring(PEM_HEAD.length(), pem.length() - PEM_TAIL.length());
    return Base64.getDecoder().decode(body.replaceAll("\\s", ""));
  }

  /// Whether a key is of this scheme, and of a size that is neither weak nor made to be slow.
  boolean fits(PublicKey key) {
    return switch (this) {
      case ED25519 -> key instanceof EdECPublicKey ed && ed.getParams().getName().equals("Ed25519");
      case ECDSA_P256 -> key instanceof ECPublicKey ec && isP256(ec);
      case RSA_PSS -> {
        int bits = key instanceof RSAPublicKey rsa ? rsa.getModulus().bitLength() : 0;
        yield bits >= 2048 && bits <= 8192;
      }
    };
  }

  /// The curve by its equation: y² = x³ + ax + b over the prime of P-256 (FIPS 186-5, SP 800-186 3.2.1.3).
  private static boolean isP256(ECPublicKey key) {
    var b = new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);
    return key.getParams().getCurve().getField().getFieldSize() == 256
        && key.getParams().getCurve().getB().equals(b);
  }

  /// The number behind a key, so that one key that is written in two ways counts once.
  String material(PublicKey key) {
    return name()
        + ' '
        + switch (key) {
          case EdECPublicKey ed -> ed.getPoint().isXOdd() + " " + ed.getPoint().getY();
          case ECPublicKey ec -> ec.getW().getAffineX() + " " + ec.getW().getAffineY();
          case RSAPublicKey rsa -> rsa.getModulus();
          default -> throw new IllegalArgumentException("a key of no scheme");
        };
  }

  /// How metadata writes a public key of this scheme.
  String write(PublicKey key) {
    byte[] info = key.getEncoded();
    if (this == ED25519) {
      return HEX.formatHex(info, ED25519_HEAD.length, info.length);
    }
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    return PEM_HEAD + '\n' + lines.encodeToString(info) + '\n' + PEM_TAIL + '\n';
  }

  /// Whether the signature is this key's under the message. A signature that is not even one is not.
  boolean verifies(PublicKey key, byte[] message, byte[] signature) {
    try {
      Signature verifier = signature();
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (SignatureException e) {
      return false; // not of the form of this scheme
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("the key was checked when it was read", e);
    }
  }

  /// Signs a message.
  ///
  /// @throws IllegalArgumentException if the key cannot sign with this scheme
  byte[] sign(PrivateKey key, byte[] message) {
    try {
      Signature signer = signature();
      signer.initSign(key);
      signer.update(message);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("this key does not sign with " + word, e);
    }
  }

  private Signature signature() {
    try {
      Signature signature = Signature.getInstance(signatureAlgorithm);
      if (this == RSA_PSS) {
        signature.setParameter(
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
      }
      return signature;
    } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
      throw missing(e);
    }
  }

  private static IllegalStateException missing(GeneralSecurityException e) {
    return new IllegalStateException("a JDK without the algorithms that every JDK has", e);
  }
}
