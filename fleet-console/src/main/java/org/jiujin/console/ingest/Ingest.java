package org.jiujin.console.ingest;

import com.google.protobuf.ByteString;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jiujin.console.broker.BrokerAddress;
import org.jiujin.console.record.RecordBook;
import org.jiujin.console.terminal.TerminalId;
import org.jiujin.console.terminal.TerminalRegister;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Starts and stops the link and the worker with the application.
@Component
class Ingest implements SmartLifecycle, BrokerLink, TerminalCommands {
  private final Inbox inbox;
  private final MqttLink link;
  private final IngestWorker worker;
  private volatile boolean running;

  Ingest(
      BrokerAddress broker,
      TerminalRegister register,
      RecordBook book,
      IngestSettings settings,
      ApplicationEventPublisher events,
      InstantSource clock) {
    this.inbox = new Inbox(settings.queue());
    var bucket =
        new TokenBucket(settings.rebirthsPerSecond(), settings.rebirthBurst(), clock.instant());
    var desk = new RebirthDesk(bucket, settings.rebirthPatience(), settings.confirmWithin());
    this.link =
        new MqttLink(
            broker.uri(), settings, inbox, clock, new Backoff(RandomGenerator.getDefault()));
    this.worker =
        new IngestWorker(
            inbox,
            link,
            new SparkplugEar(
                register, desk, new RecordDesk(book, link::publish), events::publishEvent),
            desk,
            new Garbage(),
            settings.devicesWithin(),
            events,
            clock);
  }

  @Override
  public boolean connected() {
    return link.connected();
  }

  @Override
  public void send(TerminalId id, ByteString signed) {
    inbox.put(new Inbound.Outgoing(id, signed));
  }

  @Override
  public void start() {
    worker.start();
    link.start();
    running = true;
  }

  @Override
  public void stop() {
    link.close();
    worker.close();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
