package org.jiujin.console.terminal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps the register in PostgreSQL: current state, history by change, counts per day.
@Component
class StoredRegister implements TerminalRegister {
  private final JdbcClient database;
  private final StoredStates states;
  private final StoredDevices devices;
  private final StoredCounts counts;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final TerminalSettings settings;
  private final InstantSource clock;

  StoredRegister(
      JdbcClient database,
      StoredStates states,
      StoredDevices devices,
      StoredCounts counts,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      TerminalSettings settings,
      InstantSource clock) {
    this.database = database;
    this.states = states;
    this.devices = devices;
    this.counts = counts;
    this.transaction = transaction;
    this.events = events;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void born(TerminalId id, int bdSeq, Readings readings) {
    change(
        id,
        now -> {
          states.born(id, bdSeq, now);
          take(id, readings, now);
        });
    events.publishEvent(new TerminalBorn(id));
  }

  @Override
  public void reported(TerminalId id, Readings readings) {
    change(id, now -> take(id, readings, now));
  }

  @Override
  public void died(TerminalId id) {
    change(
        id,
        _ -> {
          states.died(id.name());
          devices.loseAll(id.name());
        });
  }

  @Override
  public void deviceReported(TerminalId id, String device, Readings readings) {
    change(
        id,
        now ->
            save(
                id, DeviceChange.reported(devices.find(id.name(), device), device, readings, now)));
  }

  @Override
  public void deviceDied(TerminalId id, String device) {
    change(
        id,
        now ->
            devices
                .find(id.name(), device)
                .ifPresent(before -> save(id, DeviceChange.gone(before, now))));
  }

  @Override
  public void devicesSettled(TerminalId id, Set<String> present) {
    change(
        id,
        now ->
            devices.of(id.name()).stream()
                .filter(device -> device.online() || device.awaited())
                .filter(device -> !present.contains(device.id()))
                .forEach(device -> save(id, DeviceChange.gone(device, now))));
  }

  @Override
  public void dayCounted(TerminalId id, LocalDate day, Counts told) {
    change(
        id,
        now -> {
          if (day.isBefore(LocalDate.ofInstant(now, settings.zone()))) {
            counts.replace(id.name(), day, told); // today is told by the live picture alone
          }
        });
  }

  @Override
  public void cloned(TerminalId id) {
    change(id, now -> states.cloned(id.name(), now));
  }

  @Override
  public List<Remembered> remembered() {
    return database
        .sql("select id, county_group, alive, bd_seq from terminal where first_born is not null")
        .query((row, _) ->
            new Remembered(
                new TerminalId(row.getString("county_group"), row.getString("id")),
                row.getBoolean("alive"),
                row.getInt("bd_seq")))
        .list();
  }

  private void change(TerminalId id, Change change) {
    transaction.executeWithoutResult(_ -> {
      Instant now = clock.instant();
      change.apply(now);
      deriveState(id.name(), now);
    });
    events.publishEvent(new TerminalChanged(id.name()));
  }

  private void deriveState(String terminal, Instant now) {
    StoredStates.Facts facts = states.facts(terminal);
    TerminalState after =
        TerminalState.of(facts.seen(), facts.alive(), facts.appState(), devices.of(terminal));
    if (after != facts.before()) {
      states.turn(terminal, facts, after, now);
    }
  }

  private void take(TerminalId id, Readings readings, Instant now) {
    states.take(id.name(), readings, now);
    counts.take(id.name(), LocalDate.ofInstant(now, settings.zone()), readings);
  }

  private void save(TerminalId id, DeviceChange change) {
    devices.save(id.name(), change.device(), change.news());
  }

  @FunctionalInterface
  private interface Change {
    void apply(Instant now);
  }
}
