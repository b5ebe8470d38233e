package org.jiujin.agent.enrol;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/// Reads and checks what an EST server sends.
final class Certificates {
  /// An authority has a root and a few between it and the terminal.
  private static final int MOST = 8;

  private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";

  private Certificates() {}

  /// Reads a certificate, or a PKCS#7 with nothing but certificates (RFC 7030, 4.1.3), in DER.
  ///
  /// @throws CertificateException if it is neither
  static List<X509Certificate> read(byte[] der) throws CertificateException {
    List<X509Certificate> all = new ArrayList<>();
    try {
      for (Certificate one :
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(der))) {
        all.add((X509Certificate) one);
      }
    } catch (RuntimeException e) { // the JDK's parser has thrown unchecked ones on garbage
      throw new CertificateException("not certificates", e);
    }
    if (all.isEmpty() || all.size() > MOST) {
      throw new CertificateException(all.size() + " certificates, 1 to " + MOST + " expected");
    }
    return all;
  }

  /// The way from the terminal's certificate up to, but without, the authority.
  ///
  /// @param sent what came with the answer, in any order
  /// @throws GeneralSecurityException if there is no certificate of ours, or it is not good here and now
  static List<X509Certificate> chain(
      List<X509Certificate> sent,
      Collection<X509Certificate> authorities,
      Wanted wanted,
      Instant now)
      throws GeneralSecurityException {
    X509Certificate mine =
        sent.stream()
            .filter(one -> one.getPublicKey().equals(wanted.key()))
            .findFirst()
            .orElseThrow(() -> new CertificateException("none of them is for our key"));
    if (!commonName(mine).equals(wanted.terminal())) {
      throw new CertificateException("it names somebody else");
    }
    List<String> uses = mine.getExtendedKeyUsage();
    if (uses != null && !uses.contains(CLIENT_AUTHENTICATION)) {
      throw new CertificateException("it is not for clients");
    }
    return path(mine, sent, authorities, now);
  }

  /// What a certificate was asked for.
  ///
  /// @param key the public half of the key
  record Wanted(PublicKey key, String terminal) {}

  private static List<X509Certificate> path(
      X509Certificate mine,
      List<X509Certificate> sent,
      Collection<X509Certificate> authorities,
      Instant now)
      throws GeneralSecurityException {
    var target = new X509CertSelector();
    target.setCertificate(mine);
    Set<TrustAnchor> anchors =
        authorities.stream().map(one -> new TrustAnchor(one, null)).collect(Collectors.toSet());
    var parameters = new PKIXBuilderParameters(anchors, target);
    parameters.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(sent)));
    parameters.setRevocationEnabled(false); // the authority has just made it
    parameters.setDate(Date.from(now));
    List<X509Certificate> path = new ArrayList<>();
    for (Certificate one :
        CertPathBuilder.getInstance("PKIX").build(parameters).getCertPath().getCertificates()) {
      path.add((X509Certificate) one);
    }
    return path;
  }

  private static String commonName(X509Certificate certificate) throws CertificateException {
    try {
      return new LdapName(certificate.getSubjectX500Principal().getName())
          .getRdns().stream()
              .filter(one -> one.getType().equalsIgnoreCase("CN"))
              .map(one -> String.valueOf(one.getValue()))
              .findFirst()
              .orElse("");
    } catch (InvalidNameException e) {
      throw new CertificateParsingException("its name cannot be read", e);
    }
  }
}
