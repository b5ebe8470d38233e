package org.jiujin.console.web;

import java.util.List;
import java.util.Map;
import org.jiujin.console.ingest.BrokerLink;
import org.jiujin.console.terminal.Terminals;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What other programs read.
@RestController
class ApiController {
  private final Terminals terminals;
  private final BrokerLink link;
  private final JdbcClient database;

  ApiController(Terminals terminals, BrokerLink link, JdbcClient database) {
    this.terminals = terminals;
    this.link = link;
    this.database = database;
  }

  @GetMapping("/api/terminals")
  List<ApiTerminal> terminals() {
    return terminals.all().stream().map(ApiTerminal::of).toList();
  }

  @GetMapping("/api/terminals/{name}")
  ResponseEntity<ApiTerminal> terminal(@PathVariable String name) {
    return ResponseEntity.of(terminals.find(name).map(ApiTerminal::of));
  }

  /// 200 while the console can do its work, 503 with the reason otherwise.
  @GetMapping("/health")
  ResponseEntity<Map<String, Boolean>> health() {
    boolean stored = databaseAnswers();
    boolean linked = link.connected();
    return ResponseEntity.status(stored && linked ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .body(Map.of("database", stored, "broker", linked));
  }

  private boolean databaseAnswers() {
    try {
      return database.sql("select 1").query(Integer.class).single() == 1;
    } catch (DataAccessException silent) {
      return false;
    }
  }
}
