package org.jiujin.fleet.command;

import java.math.BigInteger;
import java.security.Key;
import java.security.interfaces.ECKey;
import java.util.Arrays;
import java.util.Optional;

/// How commands are signed. Both run through the JCA; which key belongs to which is told by its curve.
///
/// @since 0.1.0
public enum SignatureAlgorithm {
  /// ECDSA on P-256 (FIPS 186-5), of the JDK.
  ECDSA_P256("SHA256withECDSA", "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551"),
  /// SM2 with SM3 (GB/T 32918, GB/T 32905), where a security provider for it is installed.
  SM2_SM3("SM3withSM2", "fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123");

  private final String word;
  private final BigInteger curveOrder;

  SignatureAlgorithm(String word, String curveOrder) {
    this.word = word;
    this.curveOrder = new BigInteger(curveOrder, 16);
  }

  /// The word on the wire, which is the JCA's name too.
  public String word() {
    return word;
  }

  /// The algorithm that a key on this curve is used with; empty for any other key.
  public static Optional<SignatureAlgorithm> of(Key key) {
    return key instanceof ECKey curve
        ? Arrays.stream(values())
            .filter(one -> one.curveOrder.equals(curve.getParams().getOrder()))
            .findFirst()
        : Optional.empty();
  }
}
