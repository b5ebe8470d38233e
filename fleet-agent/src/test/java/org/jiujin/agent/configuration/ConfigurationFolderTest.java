package org.jiujin.agent.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jiujin.agent.configuration.ConfigurationPolicy.State;
import org.jiujin.fleet.command.TrustedKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFolderTest {
  private static final Document FIRST =
      Documents.document(Documents.signed(1, Map.of("disk.low-mb", "99")));
  private static final Document SECOND =
      Documents.document(Documents.signed(2, Map.of("disk.low-mb", "98")));

  @TempDir Path folder;

  @Test
  void remembersWhatWasWrittenAndMakesItsFolder() throws Exception {
    assertEquals(Kept.NOTHING, memory().read(Documents.TRUSTED));
    assertFalse(Files.exists(home()));
    memory().write(state(SECOND, FIRST, 2));
    assertEquals(new Kept(SECOND, FIRST, null, 2, false), memory().read(Documents.TRUSTED));
  }

  @Test
  void believesNoFileThatWasCutAnywhereAndGoesBackToTheLastGoodOne() throws Exception {
    memory().write(state(SECOND, FIRST, 0));
    byte[] whole = SECOND.signed().toByteArray();
    Path file = home().resolve(ConfigurationStore.CURRENT);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, ByteString.copyFrom(whole, 0, length).toByteArray());
      Kept kept = memory().read(Documents.TRUSTED);
      assertNull(kept.current(), "cut at " + length);
      assertTrue(kept.damaged());
      assertEquals(FIRST, kept.lastGood());
    }
  }

  @Test
  void aHalfWrittenNewFileIsNothing() throws Exception {
    memory().write(state(FIRST, FIRST, 0));
    Files.writeString(home().resolve(ConfigurationStore.CURRENT + ".new"), "half a do");
    assertEquals(FIRST, memory().read(Documents.TRUSTED).current());
    memory().write(state(SECOND, FIRST, 0));
    assertEquals(SECOND, memory().read(Documents.TRUSTED).current());
  }

  @Test
  void aKeyThatIsTrustedNoMoreTakesItsDocumentsWithIt() throws Exception {
    memory().write(state(FIRST, FIRST, 0));
    Kept kept = memory().read(TrustedKeys.NONE);
    assertNull(kept.current());
    assertTrue(kept.damaged());
    assertNotNull(memory().read(Documents.TRUSTED).current(), "it stays where it is");
  }

  @Test
  void aDiskThatRefusesIsTriedAgain() throws Exception {
    ConfigurationMemory memory = memory();
    Files.createDirectories(home().resolve(ConfigurationStore.CURRENT + ".new"));
    boolean refused = false;
    try {
      memory.write(state(FIRST, FIRST, 0));
    } catch (IOException _) {
      refused = true;
    }
    assertTrue(refused);
    assertNull(memory().read(Documents.TRUSTED).lastGood(), "nothing is good before it is there");
    Files.delete(home().resolve(ConfigurationStore.CURRENT + ".new"));
    memory.write(state(FIRST, FIRST, 0));
    assertEquals(FIRST, Objects.requireNonNull(memory().read(Documents.TRUSTED)).lastGood());
  }

  private static State state(Document inForce, Document lastGood, int starts) {
    return new State(inForce, lastGood, null, "", null, starts, AppPart.UNKNOWN);
  }

  private ConfigurationMemory memory() {
    return new ConfigurationMemory(new ConfigurationFolder(home()));
  }

  private Path home() {
    return folder.resolve("configuration");
  }
}
