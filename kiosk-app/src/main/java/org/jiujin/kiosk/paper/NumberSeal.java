package org.jiujin.kiosk.paper;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes the text of a receipt's QR code: a number and a check value, so that a number that was made up is found out
/// when the code is shown again.
///
/// `JJB1.C.` and the 办件编号, or `JJB1.L.` and the local number, then a dot and the first eight bytes of its
/// HMAC-SHA-256 in hexadecimal. Nothing personal.
public final class NumberSeal {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int CHECK_BYTES = 8;
  private static final int LEAST_KEY_BYTES = 16;

  private final SecretKeySpec key;

  /// @param key a secret of this terminal, 16 bytes or more, used for nothing else
  public NumberSeal(byte[] key) {
    if (key.length < LEAST_KEY_BYTES) {
      throw new IllegalArgumentException("the key has fewer than 16 bytes");
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  String caseNumber(String number) {
    return sealed("JJB1.C." + number);
  }

  String localNumber(String number) {
    return sealed("JJB1.L." + number);
  }

  private String sealed(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] check =
          Arrays.copyOf(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)), CHECK_BYTES);
      return text + "." + HexFormat.of().withUpperCase().formatHex(check);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
