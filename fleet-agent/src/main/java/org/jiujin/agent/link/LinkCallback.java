package org.jiujin.agent.link;

import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;
import org.jiujin.fleet.HostState;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.PayloadCodec;
import org.jiujin.fleet.Topic;

/// Hands what Paho tells to the queue of the link's thread and returns: a callback that waits blocks the whole client.
record LinkCallback(Consumer<LinkEvent> events) implements MqttCallback {
  @Override
  public void disconnected(MqttDisconnectResponse response) {
    if (response.getReturnCode() == MqttReturnCode.RETURN_CODE_SESSION_TAKEN_OVER) {
      events.accept(new LinkEvent.TakenOver());
      return;
    }
    MqttException problem = response.getException();
    events.accept(
        new LinkEvent.Broken(
            problem == null
                ? "the broker disconnected with reason " + response.getReturnCode()
                : MqttLink.reason(problem)));
  }

  @Override
  public void mqttErrorOccurred(MqttException problem) {
    events.accept(new LinkEvent.Broken(MqttLink.reason(problem)));
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    events.accept(read(topic, message.getPayload()));
  }

  private static LinkEvent read(String topic, byte[] payload) {
    try {
      if (topic.startsWith(HostState.TOPICS)) {
        return new LinkEvent.HostSpoke(topic, HostState.parse(payload));
      }
      return new LinkEvent.Arrived(Topic.parse(topic), PayloadCodec.decode(payload));
    } catch (MalformedMessageException e) {
      return new LinkEvent.Unreadable(e.toString());
    }
  }

  @Override
  public void deliveryComplete(IMqttToken token) {
    // publish() waits on the token itself
  }

  @Override
  public void connectComplete(boolean reconnect, String broker) {
    // the connect listener goes on with the subscriptions
  }

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {
    // enhanced authentication is not used
  }
}
