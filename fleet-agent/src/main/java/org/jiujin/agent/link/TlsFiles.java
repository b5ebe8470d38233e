package org.jiujin.agent.link;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// The files with which a terminal and its broker know each other. Read anew for each connection, so that a renewed
/// certificate takes effect without a restart.
///
/// @param authorities the certificates that the broker's must come from: PEM
/// @param identity the terminal's own certificate and key; null for a broker that does not ask
public record TlsFiles(Path authorities, @Nullable Identity identity) implements TlsSource {
  private static final List<String> KEY_KINDS = List.of("EC", "RSA", "Ed25519");
  private static final Map<String, String> SIGNATURES =
      Map.of("EC", "SHA256withECDSA", "RSA", "SHA256withRSA", "EdDSA", "Ed25519");
  private static final String HEADER = "-----BEGIN PRIVATE KEY-----";
  private static final String FOOTER = "-----END PRIVATE KEY-----";

  /// Who the terminal is.
  ///
  /// @param certificate PEM, the terminal's own first, those between it and the authority after it
  /// @param key PEM, PKCS#8, not encrypted
  public record Identity(Path certificate, Path key) {}

  /// Reads the files.
  ///
  /// @throws TlsFilesException if one is missing, or not what it should be
  @Override
  public SSLContext context() throws TlsFilesException {
    try {
      List<Certificate> trusted = certificates(authorities);
      return identity == null ? TlsContext.of(trusted) : context(trusted, identity);
    } catch (GeneralSecurityException | IOException e) {
      throw new TlsFilesException("TLS cannot be set up with these files: " + e.getMessage(), e);
    }
  }

  private static SSLContext context(List<Certificate> trusted, Identity identity)
      throws TlsFilesException, GeneralSecurityException, IOException {
    List<Certificate> chain = certificates(identity.certificate());
    PrivateKey key = key(identity.key());
    if (!belongs(key, chain.getFirst())) {
      throw unusable(
          identity.key(),
          "does not belong to the certificate in " + identity.certificate(),
          new InvalidKeySpecException("another key"));
    }
    return TlsContext.of(trusted, key, chain);
  }

  /// Whether the certificate's key confirms what this key has signed.
  static boolean belongs(PrivateKey key, Certificate certificate) throws GeneralSecurityException {
    if (!key.getAlgorithm().equals(certificate.getPublicKey().getAlgorithm())) {
      return false;
    }
    String algorithm = Objects.requireNonNull(SIGNATURES.get(key.getAlgorithm()));
    byte[] probe = {1};
    Signature signing = Signature.getInstance(algorithm);
    signing.initSign(key);
    signing.update(probe);
    Signature checking = Signature.getInstance(algorithm);
    checking.initVerify(certificate.getPublicKey());
    checking.update(probe);
    return checking.verify(signing.sign());
  }

  /// The certificates in a file.
  ///
  /// @throws TlsFilesException if there is none
  public static List<Certificate> certificates(Path file) throws TlsFilesException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      var all = CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (all.isEmpty()) {
        throw new CertificateException("empty");
      }
      return List.copyOf(all);
    } catch (IOException e) {
      throw unusable(file, "cannot be read", e);
    } catch (CertificateException e) {
      throw unusable(file, "holds no certificates in PEM", e);
    }
  }

  private static PrivateKey key(Path file) throws TlsFilesException {
    String pem;
    try {
      pem = Files.readString(file);
    } catch (IOException e) {
      throw unusable(file, "cannot be read", e);
    }
    int from = pem.indexOf(HEADER);
    int to = pem.indexOf(FOOTER);
    if (from < 0 || to < from) {
      throw noKey(file, new IOException("no PKCS#8 in PEM"));
    }
    try {
      byte[] der = Base64.getMimeDecoder().decode(pem.substring(from + HEADER.length(), to));
      return key(file, new PKCS8EncodedKeySpec(der));
    } catch (IllegalArgumentException e) {
      throw noKey(file, e);
    }
  }

  private static PrivateKey key(Path file, PKCS8EncodedKeySpec spec) throws TlsFilesException {
    var problem = new InvalidKeySpecException("none of " + KEY_KINDS);
    for (String kind : KEY_KINDS) {
      try {
        return KeyFactory.getInstance(kind).generatePrivate(spec);
      } catch (GeneralSecurityException e) {
        problem.addSuppressed(e);
      }
    }
    throw noKey(file, problem);
  }

  private static TlsFilesException noKey(Path file, Exception cause) {
    return unusable(
        file,
        "holds no private key as PKCS#8 in PEM; convert it with 'openssl pkcs8 -topk8 -nocrypt'",
        cause);
  }

  private static TlsFilesException unusable(Path file, String problem, Exception cause) {
    return new TlsFilesException(file + " " + problem, cause);
  }
}
