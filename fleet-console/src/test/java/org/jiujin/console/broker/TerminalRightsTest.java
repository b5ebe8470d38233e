package org.jiujin.console.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalRightsTest {
  private static final Path ACL =
      Path.of(System.getProperty("kiosk.home"), "config/broker/mosquitto/acl");

  private final TerminalRights rights = new TerminalRights("T1");

  @Test
  void areThoseOfTheShippedMosquitto() throws IOException {
    assertEquals(patterns("write"), Set.copyOf(TerminalRights.SAYS));
    assertEquals(patterns("read"), Set.copyOf(TerminalRights.HEARS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spBv1.0/GS-1/NBIRTH/T1",
        "spBv1.0/GS-1/NDATA/T1",
        "spBv1.0/GS-1/NDEATH/T1",
        "spBv1.0/GS-1/DBIRTH/T1/idcard",
        "spBv1.0/GS-1/DDATA/T1/idcard",
        "spBv1.0/GS-1/DDEATH/T1/idcard"
      })
  void aTerminalSaysWhatIsItsOwn(String topic) {
    assertTrue(rights.maySay(topic));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spBv1.0/GS-1/NDATA/T2",
        "spBv1.0/GS-1/NDATA/T1/idcard",
        "spBv1.0/GS-1/NDATA",
        "spBv1.0/GS-1/NCMD/T1",
        "spBv1.0/+/NDATA/T1",
        "spBv1.0/GS-1/DDATA/T1/#",
        "spBv1.0/STATE/console-1",
        "$SYS/GS-1/NDATA/T1",
        ""
      })
  void aTerminalSaysNothingElse(String topic) {
    assertFalse(rights.maySay(topic));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spBv1.0/STATE/console-1",
        "spBv1.0/STATE/+",
        "spBv1.0/GS-1/NCMD/T1",
        "spBv1.0/+/NCMD/T1",
        "spBv1.0/GS-1/DCMD/T1/#",
        "spBv1.0/GS-1/DCMD/T1/idcard"
      })
  void aTerminalHearsWhatIsItsOwn(String filter) {
    assertTrue(rights.mayHear(filter));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#",
        "spBv1.0/#",
        "spBv1.0/STATE/#",
        "spBv1.0/GS-1/NCMD/T2",
        "spBv1.0/GS-1/NCMD/+",
        "spBv1.0/GS-1/NCMD/#",
        "spBv1.0/GS-1/NDATA/T1",
        "$share/a/spBv1.0/GS-1/NCMD/T1",
        ""
      })
  void aTerminalHearsNothingElse(String filter) {
    assertFalse(rights.mayHear(filter));
  }

  private static Set<String> patterns(String kind) throws IOException {
    List<String> lines = Files.readAllLines(ACL);
    String start = "pattern " + kind + " ";
    return lines.stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .collect(Collectors.toSet());
  }
}
