package org.jiujin.console.terminal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The devices of the terminals in PostgreSQL. Its writes belong into a transaction of the caller.
@Repository
class StoredDevices {
  private static final TypeReference<List<SupplyView>> SUPPLIES = new TypeReference<>() {};

  private final JdbcClient database;
  private final JsonMapper json;

  StoredDevices(JdbcClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  Map<String, List<DeviceView>> byTerminal() {
    return database
        .sql("select * from device order by terminal_id, id")
        .query((row, _) -> Map.entry(row.getString("terminal_id"), view(row)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  List<DeviceView> of(String terminal) {
    return database
        .sql("select * from device where terminal_id = :terminal order by id")
        .param("terminal", terminal)
        .query((row, _) -> view(row))
        .list();
  }

  Optional<DeviceView> find(String terminal, String id) {
    return of(terminal).stream().filter(device -> device.id().equals(id)).findFirst();
  }

  /// Stores a device, and an entry of its history if it looks different from before.
  void save(String terminal, DeviceView device, boolean news) {
    database
        .sql(
            """
            insert into device (terminal_id, id, online, lost_with_node, state, fault, mend, kind, model, simulated, since,
              supplies)
            values (:terminal, :id, :online, :awaited, :state, :fault, :mend, :kind, :model, :simulated, :since,
              cast(:supplies as jsonb))
            on conflict (terminal_id, id) do update set
              online = excluded.online, lost_with_node = excluded.lost_with_node, state = excluded.state,
              fault = excluded.fault, mend = excluded.mend, kind = excluded.kind, model = excluded.model,
              simulated = excluded.simulated, since = excluded.since, supplies = excluded.supplies
            """)
        .param("terminal", terminal)
        .param("id", device.id())
        .param("online", device.online())
        .param("awaited", device.awaited())
        .param("state", device.state())
        .param("fault", device.fault())
        .param("mend", device.mend())
        .param("kind", device.kind())
        .param("model", device.model())
        .param("simulated", device.simulated())
        .param("since", Times.write(device.since()))
        .param("supplies", json.writeValueAsString(device.supplies()))
        .update();
    if (news) {
      remember(terminal, device, device.since());
    }
  }

  /// The terminal went, so its devices are out of sight; what they last said stays.
  void loseAll(String terminal) {
    database
        .sql(
            """
            update device set online = false, lost_with_node = true
            where terminal_id = :terminal and online
            """)
        .param("terminal", terminal)
        .update();
  }

  private void remember(String terminal, DeviceView device, Instant at) {
    database
        .sql(
            """
            insert into device_event (at, terminal_id, device_id, state, fault, mend)
            values (:at, :terminal, :id, :state, :fault, :mend)
            """)
        .param("at", Times.write(at))
        .param("terminal", terminal)
        .param("id", device.id())
        .param("state", device.state())
        .param("fault", device.fault())
        .param("mend", device.mend())
        .update();
  }

  private DeviceView view(ResultSet row) throws SQLException {
    return new DeviceView(
        row.getString("id"),
        row.getBoolean("online"),
        row.getBoolean("lost_with_node"),
        row.getString("state"),
        row.getString("fault"),
        row.getString("mend"),
        row.getString("kind"),
        row.getString("model"),
        row.getBoolean("simulated"),
        Times.read(row, "since"),
        json.readValue(row.getString("supplies"), SUPPLIES));
  }
}
