package org.jiujin.agent;

import java.util.function.Consumer;
import org.jiujin.agent.command.Commands;
import org.jiujin.agent.configuration.Configurations;
import org.jiujin.agent.enrol.Enrolment;
import org.jiujin.agent.link.FleetLink;
import org.jiujin.agent.supervise.Supervisor;
import org.jiujin.agent.update.Updates;
import org.jspecify.annotations.Nullable;

/// Breaks the rings between those who tell and those who ask each other: who is not there yet hears nothing. Thread-safe.
final class Wiring {
  private volatile @Nullable FleetLink link;
  private volatile @Nullable Supervisor supervisor;
  private volatile @Nullable Commands commands;
  private volatile @Nullable Configurations configurations;
  private volatile @Nullable Updates updates;
  private volatile @Nullable Enrolment enrolment;

  void join(FleetLink made) {
    link = made;
  }

  void join(Supervisor made) {
    supervisor = made;
  }

  void join(Commands made) {
    commands = made;
  }

  void join(Configurations made) {
    configurations = made;
  }

  void join(Updates made) {
    updates = made;
  }

  void join(Enrolment made) {
    enrolment = made;
  }

  void appGreets() {
    tell(commands, Commands::appGreets);
    tell(configurations, Configurations::appGreets);
    tell(updates, Updates::appGreets);
    tell(enrolment, Enrolment::appGreets);
  }

  void changed() {
    tell(link, FleetLink::changed);
  }

  boolean online() {
    FleetLink made = link;
    return made != null && made.online();
  }

  void restartApp() {
    tell(supervisor, Supervisor::restartApp);
  }

  void withCommands(Consumer<Commands> task) {
    tell(commands, task);
  }

  void withConfigurations(Consumer<Configurations> task) {
    tell(configurations, task);
  }

  void withUpdates(Consumer<Updates> task) {
    tell(updates, task);
  }

  private static <T> void tell(@Nullable T part, Consumer<T> task) {
    if (part != null) {
      task.accept(part);
    }
  }
}
