package org.jiujin.agent.link;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/// Makes contexts for TLS 1.3 out of keys and certificates.
public final class TlsContext {
  private TlsContext() {}

  /// For a client that shows no certificate.
  ///
  /// @param authorities the only ones that the other side's certificate may come from
  public static SSLContext of(Collection<? extends Certificate> authorities)
      throws GeneralSecurityException, IOException {
    SSLContext context = SSLContext.getInstance("TLSv1.3");
    context.init(null, trust(authorities), null);
    return context;
  }

  /// For one that does.
  ///
  /// @param chain its own certificate first
  public static SSLContext of(
      Collection<? extends Certificate> authorities,
      PrivateKey key,
      List<? extends Certificate> chain)
      throws GeneralSecurityException, IOException {
    SSLContext context = SSLContext.getInstance("TLSv1.3");
    context.init(keys(key, chain), trust(authorities), null);
    return context;
  }

  private static TrustManager[] trust(Collection<? extends Certificate> authorities)
      throws GeneralSecurityException, IOException {
    KeyStore store = emptyStore();
    int number = 0;
    for (Certificate authority : authorities) {
      store.setCertificateEntry("authority-" + number, authority);
      number++;
    }
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    return trust.getTrustManagers();
  }

  private static KeyManager[] keys(PrivateKey key, List<? extends Certificate> chain)
      throws GeneralSecurityException, IOException {
    KeyStore store = emptyStore();
    var password = new char[0]; // the store lives in memory only
    store.setKeyEntry("terminal", key, password, chain.toArray(Certificate[]::new));
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, password);
    return keys.getKeyManagers();
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
