package org.jiujin.console.terminal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads the terminals from PostgreSQL.
@Repository
class StoredTerminals implements Terminals {
  private static final String SELECT_TERMINALS =
      """
      select t.*, c.sessions, c.done, c.stored, c.failed
      from terminal t left join daily_count c on c.terminal_id = t.id and c.day = :today
      """;

  private final JdbcClient database;
  private final StoredDevices devices;
  private final CountyNames counties;
  private final TerminalSettings settings;
  private final InstantSource clock;
  private final JsonMapper json;

  StoredTerminals(
      JdbcClient database,
      StoredDevices devices,
      CountyNames counties,
      TerminalSettings settings,
      InstantSource clock,
      JsonMapper json) {
    this.database = database;
    this.devices = devices;
    this.counties = counties;
    this.settings = settings;
    this.clock = clock;
    this.json = json;
  }

  @Override
  public List<TerminalView> all() {
    Map<String, List<DeviceView>> attached = devices.byTerminal();
    return database
        .sql(SELECT_TERMINALS + "order by t.id")
        .param("today", today())
        .query((row, _) -> view(row, attached.getOrDefault(row.getString("id"), List.of())))
        .list();
  }

  @Override
  public Optional<TerminalView> find(String name) {
    List<DeviceView> attached = devices.of(name);
    return database
        .sql(SELECT_TERMINALS + "where t.id = :id")
        .param("today", today())
        .param("id", name)
        .query((row, _) -> view(row, attached))
        .optional();
  }

  @Override
  public List<HistoryEntry> history(String name, int limit) {
    return database
        .sql(
            """
            select * from (
              select id, at, '' as device_id, before, after as state, app_state, '' as fault, '' as mend
              from terminal_event where terminal_id = :id
              union all
              select id, at, device_id, '', state, '', fault, mend
              from device_event where terminal_id = :id) as entry
            order by at desc, device_id, id desc limit :limit
            """)
        .param("id", name)
        .param("limit", limit)
        .query((row, _) -> entry(row))
        .list();
  }

  @Override
  public List<DayCounts> lastDays(String name, int days) {
    LocalDate first = today().minusDays(days - 1L);
    Map<LocalDate, Counts> counted =
        database
            .sql("select * from daily_count where terminal_id = :id and day >= :first")
            .param("id", name)
            .param("first", first)
            .query((row, _) -> new DayCounts(row.getObject("day", LocalDate.class), counts(row, 0)))
            .list()
            .stream()
            .collect(Collectors.toMap(DayCounts::day, DayCounts::counts));
    return first
        .datesUntil(today().plusDays(1))
        .map(day -> new DayCounts(day, counted.getOrDefault(day, Counts.NONE)))
        .toList();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), settings.zone());
  }

  private TerminalView view(ResultSet row, List<DeviceView> attached) throws SQLException {
    String group = row.getString("county_group");
    String place = row.getString("place");
    return new TerminalView(
        new TerminalId(group, row.getString("id")),
        place.isEmpty() ? counties.of(group) : place,
        TerminalState.valueOf(row.getString("state")),
        Times.readNullable(row, "since"),
        row.getString("app_state"),
        row.getString("app_version"),
        Times.readNullable(row, "last_heard"),
        attached,
        counts(row, row.getLong("outbox_depth")),
        Times.readNullable(row, "clone_at"),
        json.readValue(row.getString("metrics"), new TypeReference<Map<String, Object>>() {}));
  }

  private static Counts counts(ResultSet row, long outboxDepth) throws SQLException {
    return new Counts(
        row.getLong("sessions"),
        row.getLong("done"),
        row.getLong("stored"),
        row.getLong("failed"),
        outboxDepth);
  }

  private static HistoryEntry entry(ResultSet row) throws SQLException {
    String device = row.getString("device_id");
    return device.isEmpty()
        ? new HistoryEntry.TerminalTurned(
            Times.read(row, "at"),
            TerminalState.valueOf(row.getString("before")),
            TerminalState.valueOf(row.getString("state")),
            row.getString("app_state"))
        : new HistoryEntry.DeviceTurned(
            Times.read(row, "at"),
            device,
            row.getString("state"),
            row.getString("fault"),
            row.getString("mend"));
  }
}
