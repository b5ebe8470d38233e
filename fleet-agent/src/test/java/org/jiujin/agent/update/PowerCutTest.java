package org.jiujin.agent.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jiujin.agent.update.InstallPolicy.Effect;
import org.jiujin.agent.update.InstallPolicy.Input;
import org.jiujin.agent.update.PowerCutDisk.PowerCut;
import org.jiujin.fleet.update.Assignment;
import org.jiujin.testkit.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The power goes at every step of an update, and comes back: what is started is always a whole release, and in the end the new one.
class PowerCutTest {
  @TempDir Path folder;
  private int histories;

  @Test
  void aCutAtAnyStepLeavesAWholeReleaseAndTheUpdateGoesOn() throws Exception {
    int steps = new History(folder(), 7).live(Integer.MAX_VALUE);
    assertTrue(steps > 40, "an update has steps: " + steps);
    for (int step = 0; step < steps; step++) {
      new History(folder(), 7).live(step);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void cutsThatFollowEachOtherDoNoMore(long seed) throws Exception {
    var random = new Random(seed);
    int[] cuts = random.ints(1 + random.nextInt(6), 0, 60).toArray();
    new History(folder(), seed).live(cuts);
  }

  static LongStream seeds() {
    return Seeds.count(150);
  }

  private Path folder() throws IOException {
    histories++;
    return Files.createDirectory(folder.resolve("history-" + histories));
  }

  /// One terminal that has the first release and is to get the second.
  private static final class History {
    private final PowerCutDisk disk;
    private final SlotFolder slots;
    private final Shelf shelf;
    private final Build first;
    private final Build second;
    private final Path root;
    private final List<Assignment> toFetch = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-24T08:00:00Z");

    History(Path folder, long seed) throws Exception {
      root = Files.createDirectory(folder.resolve("updates"));
      disk = new PowerCutDisk(root, new Random(seed));
      slots = new SlotFolder(disk, root.resolve("app"));
      shelf = new Shelf(folder.resolve("shelf"));
      Map<String, byte[]> old = files(seed);
      Map<String, byte[]> fresh = new HashMap<>(old);
      fresh.put("lib/a", changed(bytes(seed, 20_000)));
      fresh.put("lib/new", bytes(seed + 5, 3000));
      first = shelf.release("1", old, Map.of());
      second = shelf.release("2", fresh, old);
      long slot = builder().build(first, new HeldContent(), Set.of());
      var current = new Installed(slot, ReleaseRef.of(Shelf.assignment(first, 1)), 1);
      new InstallFile(root.resolve("install.json"))
          .write(new Kept(current, current, null, 0, Set.of()));
    }

    /// @param cuts after how many steps the power goes, time after time
    /// @return how many steps were done in the end
    int live(int... cuts) throws Exception {
      int before = disk.steps();
      for (int cut : cuts) {
        disk.cutAfter(cut);
        try {
          update();
          break;
        } catch (PowerCut _) {
          disk.comeBack();
          checkWhole();
        }
      }
      disk.cutAfter(Integer.MAX_VALUE);
      update();
      checkWhole();
      assertEquals("2", started().manifest().id().version());
      return disk.steps() - before;
    }

    /// From a start of the agent until the release has proved itself, or the power goes.
    private void update() throws Exception {
      toFetch.clear();
      var desk =
          new UpdateDesk(
              first.manifest().id().kind(),
              new InstallPolicy(InstallLimits.USUAL, Duration.ZERO),
              new CuttableStore(),
              effect -> {
                if (effect instanceof Effect.Fetch(var assignment)) {
                  toFetch.add(assignment);
                }
              });
      desk.begin(now, slots);
      pursue(desk, 1);
      if (desk.current().release().version().equals("1")) {
        pursue(desk, 2); // so many starts took it back, and the operator tries again
      }
      slots.removeAllBut(desk.needed());
      desk.take(new Input.Stopping());
    }

    private void pursue(UpdateDesk desk, int attempt) throws Exception {
      desk.take(
          new Input.Directed(now.plus(Duration.ofDays(7)), Shelf.assignment(second, attempt)));
      for (int i = 0; i < 10; i++) {
        now = now.plus(Duration.ofMinutes(1));
        desk.take(
            new Input.Tick(now, new Conditions(now, true, false, Set.of(), Permit.ALL, true)));
        for (Assignment assignment : List.copyOf(toFetch)) {
          toFetch.clear();
          long slot = builder().build(second, HeldContent.of(slots), desk.needed());
          desk.take(new Input.Built(ReleaseRef.of(assignment), slot));
        }
      }
    }

    private SlotBuilder builder() {
      return new SlotBuilder(slots, shelf.source(), Shelf.PATCHER, 0);
    }

    /// What would be started now is the first or the second release, to the byte.
    private void checkWhole() throws IOException {
      Build started = started();
      Kept kept = kept();
      assertTrue(slots.isWhole(slots.image(slot(kept.current())), started.manifest()));
      assertTrue(slots.has(slot(kept.lastGood())), "there is a way back");
    }

    private Build started() throws IOException {
      long slot = slot(kept().current());
      Optional<Build> started =
          List.of(first, second).stream()
              .filter(build -> written(slot).equals(Optional.of(build.written())))
              .findFirst();
      return started.orElseThrow();
    }

    private static long slot(@Nullable Installed installed) {
      assertNotNull(installed);
      return installed.slot();
    }

    private Optional<ByteString> written(long slot) {
      try {
        return slots.written(slots.folder(slot));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    private Kept kept() throws IOException {
      return new InstallFile(root.resolve("install.json")).read().orElseThrow();
    }

    /// The file of what is installed is replaced in one step, before or after which the power can go.
    private final class CuttableStore implements InstallStore {
      private final InstallFile file = new InstallFile(root.resolve("install.json"));

      @Override
      public Optional<Kept> read() throws IOException {
        return file.read();
      }

      @Override
      public void write(Kept kept) throws IOException {
        disk.step();
        file.write(kept);
        disk.step();
      }
    }

    private static Map<String, byte[]> files(long seed) {
      return Map.of(
          "lib/a", bytes(seed, 20_000),
          "lib/b", bytes(seed + 1, 5_000),
          "bin/run", bytes(seed + 2, 100));
    }

    private static byte[] changed(byte[] old) {
      byte[] fresh = old.clone();
      fresh[fresh.length / 2] ^= 1;
      return fresh;
    }

    private static byte[] bytes(long seed, int length) {
      var bytes = new byte[length];
      new Random(seed).nextBytes(bytes);
      return bytes;
    }
  }
}
