package org.jiujin.device.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.jiujin.device.virtual.paper.Desk;
import org.jiujin.device.virtual.paper.PaperScene;
import org.jiujin.device.virtual.paper.Sheet;
import org.jiujin.device.virtual.paper.Spoiling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageCommandTest {
  @TempDir Path folder;

  @Test
  void writesOneLineAFileAndThePageBesideIt() throws IOException {
    var page = picture("form.one.png", Spoiling.NONE);
    var desk = picture("desk.png", Spoiling.NO_PAGE);
    var calls = new Calls(folder);
    assertEquals(
        0, calls.run("page", page.toString(), desk.toString()), calls.complained()::toString);
    var first = calls.said().getFirst().split("\t", -1);
    assertEquals(page.toString(), first[0]);
    assertTrue(first[1].matches("(\\d+\\.\\d,\\d+\\.\\d ?){4}"), first[1]);
    assertEquals("OK", first[2]);
    assertEquals(folder.resolve("form.one.page.png").toString(), first[3]);
    var straight = ImageIO.read(Path.of(first[3]).toFile());
    double ratio =
        Math.max(straight.getWidth(), straight.getHeight())
            / (double) Math.min(straight.getWidth(), straight.getHeight());
    assertEquals(1.414, ratio, 0.01);
    assertEquals(desk + "\t-\tNO_PAGE\t-", calls.said().getLast());
  }

  @Test
  void goesOnAfterAFileThatIsNoPicture() throws IOException {
    var text = Files.writeString(folder.resolve("note.jpg"), "no picture");
    var page = picture("form.png", Spoiling.NONE);
    var calls = new Calls(folder);
    int code =
        calls.run("page", text.toString(), folder.resolve("gone.jpg").toString(), page.toString());
    assertEquals(1, code);
    assertEquals(2, calls.complained().size(), calls.complained()::toString);
    assertTrue(calls.complained().getFirst().contains("note.jpg is no picture"));
    assertTrue(calls.complained().getLast().contains("gone.jpg is not there"));
    assertEquals(1, calls.said().size());
  }

  @Test
  void wantsAFile() {
    assertEquals(2, new Calls(folder).run("page"));
  }

  private Path picture(String name, Spoiling spoiling) throws IOException {
    var scene = new PaperScene(9, Sheet.FORM, Desk.WOOD, spoiling, false, false);
    var file = folder.resolve(name);
    ImageIO.write(scene.render(1_024, 768), "png", file.toFile());
    return file;
  }
}
