package org.jiujin.console.enrolment;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/// Signs certificates. Thread-safe.
final class Authority {
  private static final Duration ROOT_LIFE = Duration.ofDays(20 * 365);
  private static final Duration SERVER_LIFE = Duration.ofDays(398);

  /// Clocks of terminals may be slow.
  private static final Duration EARLIER = Duration.ofMinutes(10);

  private static final int SERIAL_BITS = 127; // positive in 16 bytes

  private final PrivateKey key;
  private final X509Certificate certificate;
  private final SecureRandom random = new SecureRandom();

  /// @param key the one that the certificate is for
  Authority(PrivateKey key, X509Certificate certificate) {
    this.key = key;
    this.certificate = certificate;
  }

  X509Certificate certificate() {
    return certificate;
  }

  /// A new authority for a key.
  static Authority found(KeyPair keys, Instant now) throws GeneralSecurityException {
    X500Name name = new X500Name("CN=Jiujin terminals,O=Jiujin");
    var seed = new SecureRandom();
    try {
      var builder =
          new X509v3CertificateBuilder(
              name,
              new BigInteger(SERIAL_BITS, seed),
              Date.from(now.minus(EARLIER)),
              Date.from(now.plus(ROOT_LIFE)),
              name,
              SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
      builder.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
      return new Authority(keys.getPrivate(), signed(builder, keys.getPrivate()));
    } catch (CertIOException | OperatorCreationException e) {
      throw new GeneralSecurityException("a root cannot be made", e);
    }
  }

  static KeyPair newKey() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  /// A terminal's certificate: common name and organisational unit are those that were accepted, whatever was asked for.
  X509Certificate terminal(
      SubjectPublicKeyInfo of, String terminal, String group, Duration life, Instant now)
      throws GeneralSecurityException {
    X500Name name =
        new X500NameBuilder().addRDN(BCStyle.OU, group).addRDN(BCStyle.CN, terminal).build();
    return leaf(of, name, KeyPurposeId.id_kp_clientAuth, null, now, life);
  }

  /// The certificate of a server of the console.
  ///
  /// @param names DNS names and addresses
  X509Certificate server(KeyPair keys, List<String> names, Instant now)
      throws GeneralSecurityException {
    GeneralName[] alternatives =
        names.stream()
            .map(name ->
                new GeneralName(
                    name.matches("[0-9.]+|.*:.*") ? GeneralName.iPAddress : GeneralName.dNSName,
                    name))
            .toArray(GeneralName[]::new);
    return leaf(
        SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()),
        new X500NameBuilder().addRDN(BCStyle.CN, names.getFirst()).build(),
        KeyPurposeId.id_kp_serverAuth,
        new GeneralNames(alternatives),
        now,
        SERVER_LIFE);
  }

  private X509Certificate leaf(
      SubjectPublicKeyInfo of,
      X500Name name,
      KeyPurposeId purpose,
      @Nullable GeneralNames alternatives,
      Instant now,
      Duration life)
      throws GeneralSecurityException {
    Instant end = now.plus(life);
    Instant last = certificate.getNotAfter().toInstant();
    try {
      var builder =
          new X509v3CertificateBuilder(
              new JcaX509CertificateHolder(certificate).getSubject(),
              new BigInteger(SERIAL_BITS, random),
              Date.from(now.minus(EARLIER)),
              Date.from(end.isBefore(last) ? end : last),
              name,
              of);
      var identifiers = new JcaX509ExtensionUtils();
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(of));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          identifiers.createAuthorityKeyIdentifier(certificate.getPublicKey()));
      if (alternatives != null) {
        builder.addExtension(Extension.subjectAlternativeName, false, alternatives);
      }
      return signed(builder, key);
    } catch (CertIOException | OperatorCreationException e) {
      throw new GeneralSecurityException("a certificate cannot be made", e);
    }
  }

  private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey key)
      throws OperatorCreationException, GeneralSecurityException {
    String algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    return new JcaX509CertificateConverter()
        .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(key)));
  }
}
