package org.jiujin.agent.link;

import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.common.MqttException;

/// One connection to the broker: opened once, used by one thread, thrown away. Every call ends within a few seconds.
interface Connection {
  /// Publishes at QoS 0 and returns when the bytes have left.
  ///
  /// @throws MqttException if the connection is of no more use
  void publish(OutMessage message) throws MqttException;

  /// Says good-bye: NDEATH, then DISCONNECT 0x04. Whatever fails, the connection is gone afterwards.
  void leave(OutMessage death);

  /// Leaves a broker at which nothing was born: DISCONNECT 0x04 alone, the broker publishes the will. A birth must come
  /// before anything that is published by the node itself.
  void withdraw();

  /// Throws the connection away without a word, so that the broker publishes the will.
  void drop();

  /// Makes connections.
  @FunctionalInterface
  interface Opener {
    /// Begins to connect; the outcome comes as an event.
    ///
    /// @param broker one of the settings' brokers
    /// @param will published by the broker when the connection breaks
    /// @param subscriptions taken at QoS 1 before [LinkEvent.Established]
    /// @param events takes without waiting, from any thread
    Connection open(
        LinkSettings settings,
        String broker,
        OutMessage will,
        String[] subscriptions,
        Consumer<LinkEvent> events)
        throws MqttException, TlsFilesException;
  }
}
