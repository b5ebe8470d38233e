package org.jiujin.agent.link;

import java.net.URI;
import java.util.Set;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.internal.NetworkModule;
import org.eclipse.paho.mqttv5.client.spi.NetworkModuleFactory;

/// Shows [TlsNetwork] to Paho, which finds it under a scheme of its own through `META-INF/services`. Public for that only.
public final class TlsNetworkFactory implements NetworkModuleFactory {
  private static final String SCHEME = "tls13";

  /// The address by which Paho finds this factory.
  static String forPaho(String broker) {
    return BrokerUri.encrypted(broker) ? SCHEME + broker.substring(broker.indexOf(':')) : broker;
  }

  @Override
  public Set<String> getSupportedUriSchemes() {
    return Set.of(SCHEME);
  }

  @Override
  public void validateURI(URI broker) {
    if (broker.getHost() == null || broker.getPort() < 1) {
      throw new IllegalArgumentException("a broker is written " + BrokerUri.FORM);
    }
  }

  @Override
  public NetworkModule createNetworkModule(
      URI broker, MqttConnectionOptions options, String clientId) {
    return new TlsNetwork(broker, (PatientSocketFactory) options.getSocketFactory());
  }
}
