package org.jiujin.console.broker;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BrokerConfiguration {
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBooleanProperty(name = "console.broker.embedded", matchIfMissing = true)
  static class Embedded {
    @Bean(destroyMethod = "close")
    EmbeddedBroker embeddedBroker(
        BrokerSettings settings,
        ObjectProvider<BrokerTls> tls,
        @Value("${console.data:console-data}") Path data) {
      Path folder = data.resolve("broker");
      if (settings.tlsPort() == 0) {
        return EmbeddedBroker.start(settings.port(), folder);
      }
      BrokerTls papers = tls.getIfAvailable();
      if (papers == null) {
        throw new IllegalStateException(
            "console.broker.tls-port is set, so somebody must give certificates: set"
                + " console.enrolment.port too");
      }
      return EmbeddedBroker.start(
          settings.port(), folder, new TerminalDoor(settings.tlsPort(), papers));
    }

    @Bean
    BrokerAddress brokerAddress(EmbeddedBroker broker) {
      return broker.address();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBooleanProperty(name = "console.broker.embedded", havingValue = false)
  static class Other {
    @Bean
    BrokerAddress brokerAddress(BrokerSettings settings) {
      URI uri = settings.uri();
      if (uri == null) {
        throw new IllegalStateException(
            "console.broker.embedded is false, so console.broker.uri must name the broker,"
                + " tcp://broker.example:1883 for instance");
      }
      return new BrokerAddress(uri);
    }
  }
}
