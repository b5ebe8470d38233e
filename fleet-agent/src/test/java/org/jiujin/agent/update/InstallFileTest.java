package org.jiujin.agent.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallFileTest {
  private static final ReleaseRef ONE =
      new ReleaseRef("0.1.0", ByteString.copyFrom(new byte[] {1, -1}));
  private static final ReleaseRef TWO = new ReleaseRef("0.2.0", ByteString.copyFrom(new byte[32]));

  @TempDir Path folder;

  @Test
  void readsWhatItWrote() throws IOException {
    var file = new InstallFile(folder.resolve("install.json"));
    assertEquals(Optional.empty(), file.read());
    for (Kept kept :
        List.of(
            Kept.NOTHING,
            new Kept(new Installed(7, TWO, 3), new Installed(0, ONE, 0), null, 2, Set.of("a", "b")),
            new Kept(
                new Installed(7, TWO, 3),
                new Installed(7, TWO, 3),
                new GivenUp(ONE, 4, "app-ended"),
                0,
                Set.of()))) {
      file.write(kept);
      assertEquals(Optional.of(kept), file.read());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"starts\":0,\"devices\":[1]}",
        "{\"starts\":0,\"devices\":[],\"current\":{\"slot\":1,\"version\":\"1\",\"manifest\":\"xy\",\"attempt\":1}}",
        "{\"starts\":0,\"devices\":[],\"current\":{\"slot\":-1,\"version\":\"1\",\"manifest\":\"\",\"attempt\":1}}"
      })
  void saysWhenItIsNotWhatWasWritten(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("install.json"), text);
    assertThrows(IOException.class, () -> new InstallFile(file).read());
  }
}
