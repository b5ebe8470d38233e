package org.jiujin.console.enrolment;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;

/// A request for a certificate, as it came: PKCS#10 in DER.
///
/// @param key a key on P-256 whose private half the sender has
/// @param terminal the common name that it wants; what it gets is decided elsewhere
/// @param group the organisational unit that it wants
record SigningRequest(SubjectPublicKeyInfo key, String terminal, String group) {
  /// How a request was read.
  sealed interface Reading {
    record Read(SigningRequest request) implements Reading {}

    /// It is not taken.
    ///
    /// @param why for whoever sent it
    record Refused(String why) implements Reading {}
  }

  static Reading read(byte[] der) {
    try {
      return check(new PKCS10CertificationRequest(der));
    } catch (IOException | RuntimeException e) { // the library throws unchecked ones on garbage
      return new Reading.Refused("this is no PKCS#10 request");
    }
  }

  String keyHash() {
    return Hashes.ofKey(encoded(key));
  }

  private static Reading check(PKCS10CertificationRequest request) {
    SubjectPublicKeyInfo key = request.getSubjectPublicKeyInfo();
    boolean p256 =
        X9ObjectIdentifiers.id_ecPublicKey.equals(key.getAlgorithm().getAlgorithm())
            && SECObjectIdentifiers.secp256r1.equals(key.getAlgorithm().getParameters());
    if (!p256) {
      return new Reading.Refused("only keys on P-256 are taken");
    }
    try {
      if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
        return new Reading.Refused("the request is not signed with its own key");
      }
    } catch (PKCSException | OperatorCreationException e) {
      return new Reading.Refused("the signature cannot be checked");
    }
    return new Reading.Read(
        new SigningRequest(key, name(request, BCStyle.CN), name(request, BCStyle.OU)));
  }

  private static String name(PKCS10CertificationRequest request, ASN1ObjectIdentifier kind) {
    return Arrays.stream(request.getSubject().getRDNs(kind))
        .map(RDN::getFirst)
        .map(one -> IETFUtils.valueToString(one.getValue()))
        .findFirst()
        .orElse("");
  }

  private static byte[] encoded(SubjectPublicKeyInfo key) {
    try {
      return key.getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new IllegalStateException("a key that was read can be written", e);
    }
  }
}
