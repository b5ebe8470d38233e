package org.jiujin.console.enrolment;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What a server of the console shows and believes: a fresh key with a certificate of our authority, and that authority.
///
/// @param password of `own` and its key; in memory only
record ServerStores(KeyStore own, String password, KeyStore trusted) {
  /// Makes them.
  ///
  /// @param names what clients call the server
  /// @throws IllegalStateException if the authority cannot sign
  static ServerStores of(Authority authority, List<String> names, Instant now) {
    try {
      KeyPair keys = Authority.newKey();
      X509Certificate mine = authority.server(keys, names, now);
      String password = UUID.randomUUID().toString();
      KeyStore own = empty();
      own.setKeyEntry(
          "server",
          keys.getPrivate(),
          password.toCharArray(),
          new Certificate[] {mine, authority.certificate()});
      KeyStore trusted = empty();
      trusted.setCertificateEntry("terminals", authority.certificate());
      return new ServerStores(own, password, trusted);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("a server's certificate cannot be made", e);
    }
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  @Override
  public String toString() {
    return "ServerStores[]";
  }
}
