package org.jiujin.update.patch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZstdPatchTest {
  @TempDir Path folder;
  private final PrintStream said = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0, 1",
    "1, 0",
    "1, 1",
    "0, 300000",
    "300000, 0",
    "300000, 300000",
    "9000000, 3000000"
  })
  void makesTheFileAgain(int oldLength, int freshLength) throws IOException {
    byte[] old = random(1, oldLength);
    byte[] fresh = random(2, freshLength);
    System.arraycopy(old, 0, fresh, 0, Math.min(oldLength, freshLength) / 2);
    assertArrayEquals(fresh, applied(old, ZstdPatch.make(old, fresh), fresh.length));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5_000_000})
  void aPatchFromNothingIsTheCompressedFile(int length) throws IOException {
    byte[] fresh = random(5, length);
    Arrays.fill(fresh, length / 2, length, (byte) 7);
    byte[] patch = ZstdPatch.compressed(new ByteArrayInputStream(fresh));
    assertTrue(patch.length < length / 2 + 10_000, patch.length + " bytes");
    assertArrayEquals(fresh, applied(new byte[0], patch, length));
  }

  @Test
  void aSmallChangeIsASmallPatch() {
    byte[] old = random(3, 5_000_000);
    byte[] fresh = Arrays.copyOf(old, old.length + 100);
    fresh[17] ^= 1;
    fresh[4_000_000] ^= 1;
    int length = ZstdPatch.make(old, fresh).length;
    assertTrue(length < 2000, length + " bytes");
  }

  @Test
  void whatMovedFarIsFoundAgain() throws IOException {
    byte[] old = random(4, 20_000_000);
    byte[] fresh = new byte[old.length];
    int half = old.length / 2;
    System.arraycopy(old, 0, fresh, half, half);
    System.arraycopy(old, half, fresh, 0, half);
    byte[] patch = ZstdPatch.make(old, fresh);
    assertTrue(patch.length < 5000, patch.length + " bytes");
    assertArrayEquals(fresh, applied(old, patch, fresh.length));
  }

  @Test
  void refusesToPatchFromADictionary() {
    byte[] old = random(5, 10_000);
    System.arraycopy(new byte[] {0x37, (byte) 0xA4, 0x30, (byte) 0xEC}, 0, old, 0, 4);
    assertThrows(IllegalArgumentException.class, () -> ZstdPatch.make(old, new byte[1]));
  }

  @Test
  void makesNeitherMoreNorLessThanTold() {
    byte[] patch = ZstdPatch.make(new byte[0], new byte[1_000_000]);
    assertThrows(IOException.class, () -> applied(new byte[0], patch, 999_999));
    assertThrows(IOException.class, () -> applied(new byte[0], patch, 1_000_001));
  }

  @Test
  void aPatchThatIsCutShortIsNoticedAtEveryByte() {
    byte[] old = random(7, 3000);
    byte[] fresh = random(8, 200);
    byte[] patch = ZstdPatch.make(old, fresh);
    for (int length = 0; length < patch.length; length++) {
      byte[] cut = Arrays.copyOf(patch, length);
      assertThrows(IOException.class, () -> applied(old, cut, fresh.length), "at " + length);
    }
  }

  @Test
  void refusesWhatIsTooLong() {
    var tooLong = new byte[ZstdPatch.MOST_BYTES + 1];
    assertThrows(IllegalArgumentException.class, () -> ZstdPatch.make(tooLong, new byte[1]));
    assertThrows(IllegalArgumentException.class, () -> ZstdPatch.make(new byte[1], tooLong));
  }

  @FuzzTest
  void makesOrRefusesWithinTheLimit(byte[] patch) {
    var made = new ByteArrayOutputStream();
    try {
      ZstdPatch.apply(
          "an earlier file".getBytes(UTF_8), new ByteArrayInputStream(patch), made, 1000);
      assertEquals(1000, made.size());
    } catch (IOException _) {
      assertTrue(made.size() <= 1000);
    }
  }

  @Test
  void theProgramAppliesOnePatch() throws IOException {
    byte[] old = random(9, 50_000);
    byte[] fresh = Arrays.copyOf(old, 60_000);
    Path oldFile = Files.write(folder.resolve("old"), old);
    Path patch = Files.write(folder.resolve("patch"), ZstdPatch.make(old, fresh));
    Path made = folder.resolve("made");
    assertEquals(0, run(oldFile, patch, made, "60000"));
    assertArrayEquals(fresh, Files.readAllBytes(made));
    // it never writes over what is there
    assertEquals(1, run(oldFile, patch, made, "60000"));
    assertEquals(1, run(oldFile, patch, folder.resolve("short"), "59999"));
    assertEquals(1, run(folder.resolve("none"), patch, folder.resolve("b"), "60000"));
    assertFalse(Files.exists(folder.resolve("b")));
    assertEquals(1, run(oldFile, patch, folder.resolve("c"), "many"));
    assertEquals(1, ApplyPatch.run(List.of("one"), said));
  }

  @Test
  void theProgramUnpacksWithoutAnEarlierFile() throws IOException {
    Path patch = Files.write(folder.resolve("patch"), ZstdPatch.make(new byte[0], random(1, 1000)));
    Path made = folder.resolve("made");
    assertEquals(0, run(Path.of("-"), patch, made, "1000"));
    assertArrayEquals(random(1, 1000), Files.readAllBytes(made));
  }

  private int run(Path old, Path patch, Path fresh, String length) {
    return ApplyPatch.run(
        List.of(old.toString(), patch.toString(), fresh.toString(), length), said);
  }

  private static byte[] applied(byte[] old, byte[] patch, long length) throws IOException {
    var made = new ByteArrayOutputStream();
    ZstdPatch.apply(old, new ByteArrayInputStream(patch), made, length);
    return made.toByteArray();
  }

  private static byte[] random(long seed, int length) {
    var bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
