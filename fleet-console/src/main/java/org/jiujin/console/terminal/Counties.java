package org.jiujin.console.terminal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.springframework.stereotype.Component;

/// The names of Gansu's prefectures and counties by their codes of GB/T 2260.
@Component
class Counties implements CountyNames {
  private final Properties names = new Properties();

  Counties() {
    try (Reader file =
        new InputStreamReader(
            Objects.requireNonNull(Counties.class.getResourceAsStream("counties.properties")),
            StandardCharsets.UTF_8)) {
      names.load(file);
    } catch (IOException broken) {
      throw new UncheckedIOException("counties.properties is part of the program", broken);
    }
  }

  @Override
  public String of(String group) {
    String code = group.startsWith("GS-") ? group.substring(3) : "";
    String county = names.getProperty(code);
    if (county == null) {
      return group;
    }
    String prefecture = names.getProperty(code.substring(0, 4) + "00", "");
    return prefecture.isEmpty() || prefecture.equals(county) ? county : prefecture + " " + county;
  }
}
