package org.jiujin.console.enrolment;

import java.nio.file.Path;
import java.time.InstantSource;
import org.jiujin.console.broker.BrokerTls;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/// EST, where a port was given for it.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("console.enrolment.port")
class EnrolmentConfiguration {
  private static final int ASKS_A_MINUTE = 600;

  @Bean
  Authority terminalAuthority(
      EnrolmentSettings settings,
      @Value("${console.data:console-data}") Path data,
      InstantSource clock) {
    if (settings.caCertificate() != null && settings.caKey() != null) {
      return new AuthorityFiles(settings.caCertificate(), settings.caKey()).open();
    }
    if (settings.caCertificate() != null || settings.caKey() != null) {
      throw new IllegalStateException(
          "console.enrolment.ca-certificate and console.enrolment.ca-key belong together");
    }
    Path folder = data.resolve("enrolment");
    return new AuthorityFiles(folder.resolve("ca.pem"), folder.resolve("ca.key"))
        .openOrFound(clock.instant());
  }

  @Bean
  Registrar registrar(
      EnrolmentTables tables,
      TransactionTemplate transaction,
      Authority authority,
      EnrolmentSettings settings,
      InstantSource clock) {
    return new Registrar(tables, transaction, authority, settings, clock);
  }

  /// An embedded broker of this console knows terminals by the certificates that are given here.
  @Bean
  BrokerTls brokerTls(EnrolmentSettings settings, Authority authority, InstantSource clock) {
    ServerStores stores = ServerStores.of(authority, settings.names(), clock.instant());
    return new BrokerTls(stores.own(), stores.password(), stores.trusted());
  }

  @Bean(destroyMethod = "close")
  EstListener estListener(
      EnrolmentSettings settings,
      Authority authority,
      Registrar registrar,
      @Value("${console.data:console-data}") Path data,
      InstantSource clock) {
    var servlet =
        new EstServlet(registrar, new Throttle(ASKS_A_MINUTE, clock), settings.retryAfter());
    return EstListener.start(
        settings, authority, servlet, data.resolve("enrolment/est"), clock.instant());
  }
}
