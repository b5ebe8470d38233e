package org.jiujin.device.opencv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Pointer;
import org.jiujin.device.camera.Frame;
import org.jiujin.device.virtual.camera.AviFile;
import org.jiujin.device.virtual.paper.PaperScene;
import org.jiujin.device.virtual.paper.Spoiling;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Hostile bytes, and native memory.
class PicturesTest {
  @TempDir Path folder;

  @BeforeAll
  static void load() {
    assertEquals(Optional.empty(), Natives.missing());
  }

  @Test
  void survivesAPictureCutAtEveryByte() {
    for (byte[] file : List.of(Pictures.jpeg(small()), Pictures.png(small()))) {
      for (int length = 0; length < file.length; length++) {
        Pictures.decode(Arrays.copyOf(file, length));
      }
      assertEquals(64, Pictures.decode(file).orElseThrow().width());
    }
  }

  @Test
  void refusesAPictureThatSaysItIsHuge() {
    byte[] file = Pictures.png(small());
    file[18] = 0x7F; // of the width: 32,000 pixels
    file[22] = 0x7F;
    assertTrue(Pictures.decode(file).isEmpty());
  }

  @Test
  void survivesARecordingCutAnywhere() throws IOException {
    var picture = PaperScene.of(1, Spoiling.NO_PAGE).render(64, 48);
    byte[] whole = AviFile.bytes(List.of(picture, picture), 15);
    for (int length = 0; length < whole.length; length += 13) {
      var file =
          Files.write(folder.resolve("cut-" + length + ".avi"), Arrays.copyOf(whole, length));
      play(file);
      Files.delete(file);
    }
    var file = Files.write(folder.resolve("whole.avi"), whole);
    assertTrue(play(file), "the whole one plays");
  }

  @Test
  void keepsNoNativeMemory() {
    var frame = Scenes.frame(PaperScene.of(2, Spoiling.NONE).render(320, 240));
    var assessor = new PageAssessor(PageLimits.USUAL, 0, false);
    assessor.assess(frame, List.of());
    byte[] file = Pictures.jpeg(frame);
    long before = Pointer.totalBytes();
    for (int i = 0; i < 10_000; i++) {
      if (i % 200 == 0) {
        assessor.assess(frame, List.of());
      }
      Pictures.grey(frame);
      Pictures.decode(file);
    }
    long grown = Pointer.totalBytes() - before;
    assertTrue(grown < 1_000_000, () -> grown + " bytes more after 10,000 frames");
  }

  private static boolean play(Path file) {
    var source = CaptureSource.recording(file, 60);
    try {
      return source.open() instanceof FrameSource.Opening.Opened
          && source.next() instanceof FrameSource.Reading.Taken;
    } finally {
      source.close();
    }
  }

  private static Frame small() {
    return Scenes.frame(PaperScene.of(1, Spoiling.NO_PAGE).render(64, 48));
  }
}
