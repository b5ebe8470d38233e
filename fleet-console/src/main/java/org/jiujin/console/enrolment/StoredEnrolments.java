package org.jiujin.console.enrolment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jiujin.console.enrolment.EnrolmentTables.Row;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// What operators see and decide, kept in [EnrolmentTables].
@Service
class StoredEnrolments implements Enrolments {
  private static final int WRONG_CODES = 10;
  private static final Duration WITHIN = Duration.ofMinutes(10);

  private final EnrolmentTables tables;
  private final TransactionTemplate transaction;
  private final EnrolmentSettings settings;
  private final InstantSource clock;
  private final Deque<Instant> wrong = new ArrayDeque<>(); // guarded by this

  StoredEnrolments(
      EnrolmentTables tables,
      TransactionTemplate transaction,
      EnrolmentSettings settings,
      InstantSource clock) {
    this.tables = tables;
    this.transaction = transaction;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public boolean open() {
    return settings.open();
  }

  @Override
  public List<Pending> pending() {
    return tables.pending();
  }

  @Override
  public synchronized Lookup find(String code) {
    Instant now = clock.instant();
    while (!wrong.isEmpty() && wrong.getFirst().isBefore(now.minus(WITHIN))) {
      wrong.removeFirst();
    }
    if (wrong.size() >= WRONG_CODES) {
      return new Lookup.TooManyTries();
    }
    Optional<Pending> found =
        row(typed(code))
            .flatMap(row -> pending().stream().filter(one -> one.id() == row.id()).findFirst());
    if (found.isEmpty()) {
      wrong.addLast(now);
      return new Lookup.Unknown();
    }
    return new Lookup.Found(found.get());
  }

  @Override
  public Lookup accept(String code, long id, String group, String who) {
    Lookup found = find(code);
    boolean same = found instanceof Lookup.Found(var pending) && pending.id() == id;
    if (!same || !Registrar.isGroup(group)) {
      return found instanceof Lookup.Found ? new Lookup.Unknown() : found;
    }
    Instant now = clock.instant();
    boolean done =
        Boolean.TRUE.equals(
            transaction.execute(_ -> {
              boolean first = tables.decide(id, "ACCEPTED", group, who, now);
              if (first && found instanceof Lookup.Found(var pending)) {
                tables.happened(now, who, "accepted", pending.terminal(), group);
              }
              return first;
            }));
    return done ? found : new Lookup.Unknown();
  }

  @Override
  public void dismiss(long id, String who) {
    Instant now = clock.instant();
    transaction.executeWithoutResult(_ ->
        tables.pendingRows().stream()
            .filter(row -> row.id() == id)
            .filter(row -> tables.decide(id, "DISMISSED", row.group(), who, now))
            .forEach(row -> tables.happened(now, who, "dismissed", row.terminal(), "")));
  }

  @Override
  public List<Given> certificates(int limit) {
    return tables.given(limit, clock.instant());
  }

  @Override
  public void withdraw(String serial, String who) {
    Instant now = clock.instant();
    transaction.executeWithoutResult(_ ->
        tables
            .withdraw(serial, who, now)
            .ifPresent(terminal -> tables.happened(now, who, "withdrawn", terminal, serial)));
  }

  @Override
  public List<Happening> history(int limit) {
    return tables.history(limit);
  }

  /// Every request is compared, and each in the same time, wherever the code differs.
  private Optional<Row> row(String code) {
    Row found = null;
    for (Row row : tables.pendingRows()) {
      found = Hashes.same(row.codeHash(), Hashes.ofCode(row.terminal(), code)) ? row : found;
    }
    return Optional.ofNullable(found);
  }

  /// As people type: in any case, with or without the hyphen.
  private static String typed(String code) {
    String plain = code.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
    return plain.length() == 8 ? plain.substring(0, 4) + "-" + plain.substring(4) : plain;
  }
}
