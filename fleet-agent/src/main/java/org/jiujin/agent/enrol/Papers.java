package org.jiujin.agent.enrol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the terminal keeps: at most one claim and one identity. Key and certificate are one file, so that one rename changes
/// both; a claim's key and code likewise. A file that is damaged counts as none.
final class Papers {
  static final String IDENTITY = "identity.pem";

  private static final Logger LOG = LoggerFactory.getLogger(Papers.class);
  private static final String CLAIM = "claim.pem";
  private static final String FRESH = ".new";
  private static final String CODE = "CLAIM CODE";
  private static final String CERTIFICATE = "CERTIFICATE";

  private final Drawer drawer;
  private final TerminalKeys keys;

  Papers(Drawer drawer, TerminalKeys keys) {
    this.drawer = drawer;
    this.keys = keys;
  }

  /// Whether there is an identity, were it over or damaged.
  boolean known() throws IOException {
    return drawer.read(IDENTITY).isPresent();
  }

  Optional<Identity> identity() throws IOException {
    Optional<String> text = drawer.read(IDENTITY);
    return text.isEmpty() ? Optional.empty() : identity(text.get(), keys);
  }

  /// The claim that is not spent.
  Optional<Claim> claim() throws IOException {
    Optional<Claim> kept = drawer.read(CLAIM).flatMap(this::claim);
    Optional<Identity> identity = identity();
    boolean spent =
        kept.isPresent()
            && identity.isPresent()
            && kept.get().keys().getPublic().equals(identity.get().certificate().getPublicKey());
    return spent ? Optional.empty() : kept;
  }

  /// Keeps a claim in place of an older one.
  void keep(Claim claim) throws IOException {
    String code = Pem.write(CODE, claim.code().text().getBytes(StandardCharsets.US_ASCII));
    replace(CLAIM, keys.written(claim.keys()) + code);
  }

  /// Keeps an identity in place of an older one; the claim is spent.
  ///
  /// @param pair its key
  /// @throws IOException if it failed; the older one is still there, or the new one is
  void keep(KeyPair pair, List<X509Certificate> chain) throws IOException {
    var text = new StringBuilder(keys.written(pair));
    for (X509Certificate certificate : chain) {
      text.append(Pem.write(CERTIFICATE, der(certificate)));
    }
    replace(IDENTITY, text.toString());
    drawer.delete(CLAIM); // one that comes back after a power cut is found to be spent
  }

  /// The identity in a text that [#keep] wrote; empty if it is damaged.
  static Optional<Identity> identity(String text, TerminalKeys keys) {
    try {
      KeyPair pair = keys.read(text);
      List<X509Certificate> chain = new ArrayList<>();
      for (Pem.Bytes one : Pem.read(text, CERTIFICATE)) {
        chain.addAll(Certificates.read(one.copy()));
      }
      boolean fits = !chain.isEmpty() && chain.getFirst().getPublicKey().equals(pair.getPublic());
      return fits ? Optional.of(new Identity(pair.getPrivate(), chain)) : Optional.empty();
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      LOG.debug("an identity that is damaged", e);
      return Optional.empty();
    }
  }

  private Optional<Claim> claim(String text) {
    try {
      byte[] code = Pem.only(Pem.read(text, CODE));
      return Optional.of(
          new Claim(keys.read(text), new ClaimCode(new String(code, StandardCharsets.US_ASCII))));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      LOG.debug("a claim that is damaged", e);
      return Optional.empty();
    }
  }

  private void replace(String name, String text) throws IOException {
    drawer.write(name + FRESH, text);
    drawer.rename(name + FRESH, name);
    drawer.force();
  }

  private static byte[] der(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("a certificate that was read can be written", e);
    }
  }
}
