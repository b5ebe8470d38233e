package org.jiujin.console.enrolment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The port of EST: a Tomcat of its own, so that nothing of the operators' pages can be reached there. TLS 1.3; a client may show
/// a certificate of ours.
final class EstListener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EstListener.class);

  private final Tomcat tomcat;

  private EstListener(Tomcat tomcat) {
    this.tomcat = tomcat;
  }

  /// Listens.
  ///
  /// @param folder for the server's own files
  /// @throws IllegalStateException if the port is taken
  static EstListener start(
      EnrolmentSettings settings,
      Authority authority,
      EstServlet servlet,
      Path folder,
      Instant now) {
    var tomcat = new Tomcat();
    try {
      tomcat.setBaseDir(Files.createDirectories(folder).toString());
      tomcat.setConnector(connector(settings, authority, now));
      Context context = tomcat.addContext("", folder.toAbsolutePath().toString());
      Wrapper wrapper = Tomcat.addServlet(context, "est", servlet);
      wrapper.addMapping("/.well-known/est/*");
      tomcat.start();
    } catch (IOException e) {
      throw new UncheckedIOException("the folder of EST cannot be made", e);
    } catch (LifecycleException e) {
      throw new IllegalStateException("EST cannot listen on port " + settings.port(), e);
    }
    LOG.info(
        "EST for terminals at https://{}:{}/.well-known/est", settings.address(), settings.port());
    return new EstListener(tomcat);
  }

  @Override
  public void close() {
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException e) {
      LOG.warn("EST did not stop cleanly", e);
    }
  }

  private static Connector connector(EnrolmentSettings settings, Authority authority, Instant now) {
    var connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
    connector.setPort(settings.port());
    connector.setScheme("https");
    connector.setSecure(true);
    connector.setThrowOnFailure(true);
    connector.setMaxPostSize(EstServlet.MOST_BYTES);
    connector.setProperty("address", settings.address());
    connector.setProperty("SSLEnabled", "true");
    connector.setProperty("maxThreads", "8");
    connector.setProperty("minSpareThreads", "1");
    connector.setProperty("maxConnections", "256");
    connector.setProperty("acceptCount", "64");
    connector.setProperty("connectionTimeout", "5000");
    connector.setProperty("keepAliveTimeout", "5000");
    connector.setProperty("maxKeepAliveRequests", "8");
    connector.setProperty("maxHttpRequestHeaderSize", "4096");
    connector.setProperty("maxSwallowSize", "16384");
    connector.addSslHostConfig(tls(settings, authority, now));
    return connector;
  }

  private static SSLHostConfig tls(EnrolmentSettings settings, Authority authority, Instant now) {
    ServerStores stores = ServerStores.of(authority, settings.names(), now);
    var tls = new SSLHostConfig();
    tls.setProtocols("TLSv1.3");
    tls.setCertificateVerification("optional");
    tls.setTrustStore(stores.trusted());
    var certificate = new SSLHostConfigCertificate(tls, SSLHostConfigCertificate.Type.UNDEFINED);
    certificate.setCertificateKeystore(stores.own());
    certificate.setCertificateKeystorePassword(stores.password());
    certificate.setCertificateKeyPassword(stores.password());
    tls.addCertificate(certificate);
    return tls;
  }
}
