package org.jiujin.console.configuration;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiujin.console.ingest.CommandTold;
import org.jiujin.console.ingest.TerminalCommands;
import org.jiujin.console.terminal.TerminalBorn;
import org.jiujin.console.terminal.Terminals;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Starts and stops the delivery with the application, if a folder is named; without one nothing is wanted of anybody.
@Component
class ConfigurationDelivery implements SmartLifecycle, Configurations {
  private final @Nullable LayerFolder folder;
  private final @Nullable Delivery delivery;
  private final DesiredBook book;
  private volatile boolean running;

  ConfigurationDelivery(
      ConfigurationSettings settings,
      KeySettings keys,
      DesiredBook book,
      Terminals terminals,
      TerminalCommands commands,
      ApplicationEventPublisher events,
      InstantSource clock) {
    this.book = book;
    if (settings.folder() == null) {
      this.folder = null;
      this.delivery = null;
      return;
    }
    try {
      LayerFolder files = new LayerFolder(settings.folder());
      this.folder = files;
      this.delivery =
          new Delivery(
              files,
              book,
              terminals,
              commands,
              SigningKey.open(keys.data()),
              settings,
              events,
              clock);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("the console's signing key cannot be used", e);
    }
  }

  @Override
  public Optional<Desired> of(String terminal) {
    return book.find(terminal);
  }

  @Override
  public Map<String, Wanted> wanted() {
    return book.all();
  }

  @Override
  public List<String> complaints() {
    return folder == null ? List.of() : folder.complaints();
  }

  @EventListener
  void born(TerminalBorn born) {
    if (delivery != null) {
      delivery.born(born);
    }
  }

  @EventListener
  void told(CommandTold told) {
    if (delivery != null) {
      delivery.told(told);
    }
  }

  @Override
  public void start() {
    if (delivery != null) {
      delivery.start();
    }
    running = true;
  }

  @Override
  public void stop() {
    if (delivery != null) {
      delivery.close();
    }
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
