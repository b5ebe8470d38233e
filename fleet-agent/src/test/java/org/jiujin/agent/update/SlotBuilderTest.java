package org.jiujin.agent.update;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jiujin.update.trust.release.ContentAddress;
import org.jiujin.update.trust.release.ReleaseFile;
import org.jiujin.update.trust.source.FetchFailed;
import org.jiujin.update.trust.source.RepositoryPath;
import org.jiujin.update.trust.source.RepositorySource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlotBuilderTest {
  private static final long FLOOR = 1_000_000;

  @TempDir Path folder;
  private final byte[] library = random(1, 300_000);
  private final byte[] changed = changed(library);
  private final List<String> asked = new ArrayList<>();
  private Shelf shelf;
  private PowerCutDisk disk;
  private SlotFolder slots;
  private RepositorySource source;
  private Build first;
  private Build second;

  @BeforeEach
  void fill() throws IOException {
    shelf = new Shelf(folder.resolve("shelf"));
    Path root = Files.createDirectories(folder.resolve("updates"));
    disk = new PowerCutDisk(root, new Random(1));
    slots = new SlotFolder(disk, root.resolve("app"));
    source = this::noted;
    Map<String, byte[]> old =
        Map.of("lib/a.jar", library, "bin/run", random(2, 500), "empty", new byte[0]);
    first = shelf.release("1", old, Map.of());
    second =
        shelf.release(
            "2",
            Map.of("lib/a.jar", changed, "bin/run", random(2, 500), "lib/deep/b", random(3, 9000)),
            old);
  }

  @Test
  void buildsAReleaseFromNothing() throws Exception {
    assertEquals(1, build(first));
    assertWhole(1, first);
    assertTrue(Files.isExecutable(slots.image(1).resolve("bin/run")));
    assertFalse(Files.isExecutable(slots.image(1).resolve("lib/a.jar")));
    assertEquals(Set.of("1"), Set.copyOf(disk.names(slots.root())), "nothing else is left");
  }

  @Test
  void fetchesOfTheNextOneOnlyWhatIsNew() throws Exception {
    build(first);
    asked.clear();
    assertEquals(2, build(second));
    assertWhole(2, second);
    ReleaseFile file = file(second, "lib/a.jar");
    assertEquals(
        Set.of(
            ContentAddress.of(file.patches().getFirst()),
            ContentAddress.of(file(second, "lib/deep/b"))),
        Set.copyOf(asked));
  }

  @Test
  void takesWhatCameWithTheMachine() throws Exception {
    Path shipped = Files.createDirectories(folder.resolve("shipped/lib"));
    Files.write(shipped.resolve("a.jar"), library);
    Files.write(shipped.resolve("of-no-use.jar"), library);
    var held = new HeldContent();
    held.addShipped(folder.resolve("shipped"), first.manifest());
    builder().build(first, held, Set.of());
    assertFalse(asked.contains(ContentAddress.of(file(first, "lib/a.jar"))));
    assertWhole(1, first);
  }

  @Test
  void doesNotBelieveWhatASlotSaysItHolds() throws Exception {
    build(first);
    Files.write(slots.image(1).resolve("lib/a.jar"), random(7, library.length));
    Files.write(slots.image(1).resolve("bin/run"), random(8, 500));
    assertEquals(2, build(second));
    assertWhole(2, second);
  }

  @Test
  void aSlotThatHasTheReleaseIsUsedAsLongAsItIsWhole() throws Exception {
    build(first);
    asked.clear();
    assertEquals(1, build(first));
    assertEquals(List.of(), asked);
    Files.delete(slots.image(1).resolve("bin/run"));
    assertEquals(2, build(first));
    assertWhole(2, first);
  }

  @Test
  void takesTheWholeFileWhereThePatchIsMissingOrWrong() throws Exception {
    build(first);
    ReleaseFile file = file(second, "lib/a.jar");
    String patch = ContentAddress.of(file.patches().getFirst());
    shelf.remove(patch);
    assertEquals(2, build(second));
    assertWhole(2, second);
    slots.removeAllBut(Set.of(1L));
    shelf.put(patch, random(5, 100));
    assertEquals(2, build(second));
    assertWhole(2, second);
  }

  @Test
  void goesOnAtTheByteWhereItBrokeOff() throws Exception {
    int broken = 123_456;
    source = (path, most, to) -> half(path, broken, to);
    NotBuilt failed = assertThrows(NotBuilt.class, () -> build(first));
    assertEquals("unreachable", failed.why());
    List<Long> begun = new ArrayList<>();
    source = new Begun(begun);
    build(first);
    assertWhole(1, first);
    assertTrue(begun.contains((long) broken), begun.toString());
  }

  @Test
  void startsAgainWhenTheEndOfWhatCameWasSpoilt() throws Exception {
    source = (path, most, to) -> half(path, 100_000, to);
    assertThrows(NotBuilt.class, () -> build(first));
    Path parts = slots.building().resolve("parts");
    for (String name : disk.names(parts)) {
      Files.write(parts.resolve(name), new byte[(int) disk.length(parts.resolve(name))]);
    }
    source = this::noted;
    build(first);
    assertWhole(1, first);
  }

  @Test
  void anotherReleaseBeginsAnew() throws Exception {
    source = (path, most, to) -> half(path, 100_000, to);
    assertThrows(NotBuilt.class, () -> build(first));
    source = this::noted;
    assertEquals(1, build(second));
    assertWhole(1, second);
  }

  @Test
  void refusesContentThatIsNotWhatIsSigned() throws Exception {
    ReleaseFile file = file(first, "lib/a.jar");
    shelf.put(ContentAddress.of(file), random(9, library.length));
    assertEquals("damaged", assertThrows(NotBuilt.class, () -> build(first)).why());
    shelf.remove(ContentAddress.of(file));
    assertEquals("damaged", assertThrows(NotBuilt.class, () -> build(first)).why());
    shelf.put(ContentAddress.of(file), random(9, library.length + 1));
    assertEquals("damaged", assertThrows(NotBuilt.class, () -> build(first)).why());
    assertEquals(List.of(), slots.numbers());
  }

  @Test
  void makesRoomByWhatIsNotNeededAndKeepsTheFloor() throws Exception {
    build(first);
    disk.hasFree(FLOOR + second.manifest().content() - 1);
    NotBuilt full = assertThrows(NotBuilt.class, () -> builder().build(second, held(), Set.of(1L)));
    assertEquals("disk-full", full.why());
    assertEquals(List.of(1L), slots.numbers(), "what is needed stays");
    assertThrows(NotBuilt.class, () -> builder().build(second, held(), Set.of()));
    assertEquals(List.of(), slots.numbers(), "what is not goes first");
    disk.hasFree(FLOOR + second.manifest().content());
    builder().build(second, held(), Set.of(4L));
    assertWhole(5, second);
  }

  private long build(Build build) throws Exception {
    return builder().build(build, held(), Set.of());
  }

  private SlotBuilder builder() {
    return new SlotBuilder(slots, new Asked(), Shelf.PATCHER, FLOOR);
  }

  private HeldContent held() throws IOException {
    return HeldContent.of(slots);
  }

  private void assertWhole(long slot, Build build) throws IOException {
    assertTrue(slots.has(slot));
    for (ReleaseFile file : build.manifest().files()) {
      byte[] there = Files.readAllBytes(slots.image(slot).resolve(file.path()));
      assertEquals(file.sha256(), Shelf.sha256(there), file.path());
    }
    assertArrayEquals(
        build.written().toByteArray(), Files.readAllBytes(SlotFolder.manifest(slots.folder(slot))));
  }

  private static ReleaseFile file(Build build, String path) {
    return build.manifest().files().stream()
        .filter(file -> file.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private boolean noted(RepositoryPath path, long most, OutputStream to)
      throws FetchFailed, IOException {
    asked.add(path.toString());
    return shelf.source().fetch(path, most, to);
  }

  private boolean half(RepositoryPath path, int bytes, OutputStream to)
      throws FetchFailed, IOException {
    byte[] all = shelf.source().fetch(path, 1_000_000).orElseThrow();
    to.write(all, 0, Math.min(bytes, all.length));
    if (all.length > bytes) {
      throw new FetchFailed(FetchFailed.Kind.UNREACHABLE, "the cable");
    }
    return true;
  }

  /// Whatever the source of this moment is.
  private final class Asked implements RepositorySource {
    @Override
    public boolean fetch(RepositoryPath path, long most, OutputStream to)
        throws FetchFailed, IOException {
      return source.fetch(path, most, to);
    }

    @Override
    public boolean fetch(RepositoryPath path, long from, long most, OutputStream to)
        throws FetchFailed, IOException {
      return source.fetch(path, from, most, to);
    }
  }

  /// Notes from which byte on it was asked.
  private final class Begun implements RepositorySource {
    private final List<Long> begun;

    Begun(List<Long> begun) {
      this.begun = begun;
    }

    @Override
    public boolean fetch(RepositoryPath path, long most, OutputStream to)
        throws FetchFailed, IOException {
      return shelf.source().fetch(path, most, to);
    }

    @Override
    public boolean fetch(RepositoryPath path, long from, long most, OutputStream to)
        throws FetchFailed, IOException {
      begun.add(from);
      return shelf.source().fetch(path, from, most, to);
    }
  }

  private static byte[] random(int seed, int length) {
    var bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static byte[] changed(byte[] old) {
    byte[] fresh = old.clone();
    fresh[1000] ^= 1;
    fresh[200_000] ^= 1;
    return fresh;
  }
}
