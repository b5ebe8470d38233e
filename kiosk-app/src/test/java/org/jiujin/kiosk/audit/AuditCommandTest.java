package org.jiujin.kiosk.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {
  @TempDir Path home;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void saysThatAJournalIsWholeOrWhereItIsNot() throws IOException {
    Journals.fill(home);
    String folder = Journals.current(home).toString();
    assertEquals(AuditCommand.WHOLE, run("verify", folder));
    assertTrue(words().contains("Whole: entries 1 to 5 of chain " + Journals.CHAIN), words());
    Path file = Journals.files(home).getFirst();
    Files.writeString(file, Files.readString(file).replace("\"done\"", "\"left\""));
    assertEquals(AuditCommand.BROKEN, run("verify", folder));
    assertTrue(words().contains("line 5: the entry is damaged or was changed"), words());
  }

  @Test
  void holdsAJournalAgainstTheHeadsOfTheConsole() throws IOException {
    Journals.fill(home);
    String folder = Journals.current(home).toString();
    ChainHead head;
    try (Journal journal = Journals.open(home)) {
      head = journal.head();
    }
    Path heads = home.resolve("heads");
    String line = "%s %d %s %s\n";
    Files.writeString(heads, line.formatted(head.chain(), 5, head.hash(), head.at()));
    assertEquals(AuditCommand.WHOLE, run("verify", folder, "--heads", heads.toString()));
    assertTrue(words().contains("Heads: 1 of 1"), words());
    Files.writeString(heads, line.formatted(head.chain(), 6, head.hash(), head.at()));
    assertEquals(AuditCommand.BROKEN, run("verify", folder, "--heads", heads.toString()));
    assertTrue(words().contains("the console was told of 6 entries, and 5 are here"), words());
    Files.writeString(heads, "nothing\n");
    assertEquals(AuditCommand.WRONG_USE, run("verify", folder, "--heads", heads.toString()));
  }

  @Test
  void explainsItself() {
    assertEquals(AuditCommand.WRONG_USE, run());
    assertTrue(words().contains("./kiosk audit verify FOLDER"), words());
    assertEquals(AuditCommand.WRONG_USE, run("verify", home.resolve("none").toString()));
    assertEquals(AuditCommand.BROKEN, run("verify", home.toString()));
    assertTrue(words().contains("There is no entry."), words());
  }

  private int run(String... words) {
    said.reset();
    return new AuditCommand(new PrintStream(said, true, StandardCharsets.UTF_8))
        .run(List.of(words));
  }

  private String words() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
