package org.jiujin.console.terminal;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Enters the terminals of the settings, so that one that never reports is seen to be missing.
@Component
class RegisteredTerminals implements ApplicationRunner {
  private final TerminalSettings settings;
  private final JdbcClient database;

  RegisteredTerminals(TerminalSettings settings, JdbcClient database) {
    this.settings = settings;
    this.database = database;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    for (TerminalSettings.Registered terminal : settings.terminals()) {
      database
          .sql(
              """
              insert into terminal (id, county_group, place) values (:id, :group, :place)
              on conflict (id) do update set place = excluded.place
              """)
          .param("id", terminal.id())
          .param("group", terminal.group())
          .param("place", terminal.place())
          .update();
    }
  }
}
