package org.jiujin.console.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiujin.console.ingest.BrokerLink;
import org.jiujin.console.record.AuditBook;
import org.jiujin.console.terminal.Terminals;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What other programs read.
@RestController
class ApiController {
  private static final int MOST_HEADS = 50_000;

  private final Terminals terminals;
  private final AuditBook audit;
  private final BrokerLink link;
  private final JdbcClient database;

  ApiController(Terminals terminals, AuditBook audit, BrokerLink link, JdbcClient database) {
    this.terminals = terminals;
    this.audit = audit;
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

  /// The heads of a terminal's audit journal, the newest first, one a line: chain, count, hash and time; as
  /// `./kiosk audit verify` takes them.
  @GetMapping(path = "/api/terminals/{name}/audit-heads", produces = MediaType.TEXT_PLAIN_VALUE)
  String auditHeads(@PathVariable String name) {
    return audit.heads(name, MOST_HEADS).stream()
        .map(head -> "%s %d %s %s\n".formatted(head.chain(), head.count(), head.hash(), head.at()))
        .collect(Collectors.joining());
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
