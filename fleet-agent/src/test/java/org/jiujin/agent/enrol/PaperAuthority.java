package org.jiujin.agent.enrol;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Makes certificates in memory.
final class PaperAuthority {
  private static final X500Name NAME = new X500Name("CN=Authority for tests");

  private final KeyPair keys = new SoftKeys().make();
  private long serial = 1;

  X509Certificate certificate(PublicKey key, String terminal, Instant from, Duration life)
      throws Exception {
    serial++;
    return build("CN=" + terminal + ",OU=GS-621121", key, from, life, false);
  }

  X509Certificate root(Instant from, Duration life) throws Exception {
    return build(NAME.toString(), keys.getPublic(), from, life, true);
  }

  private X509Certificate build(
      String name, PublicKey key, Instant from, Duration life, boolean authority) throws Exception {
    var builder =
        new JcaX509v3CertificateBuilder(
            NAME,
            BigInteger.valueOf(serial),
            Date.from(from),
            Date.from(from.plus(life)),
            new X500Name(name),
            key);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
  }
}
