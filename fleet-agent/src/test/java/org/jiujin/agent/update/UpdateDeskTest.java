package org.jiujin.agent.update;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jiujin.agent.update.InstallPolicy.Effect;
import org.jiujin.agent.update.InstallPolicy.Input;
import org.jiujin.fleet.update.Assignment;
import org.jiujin.fleet.update.UpdateSummary;
import org.jiujin.fleet.update.Urgency;
import org.jiujin.update.trust.release.ReleaseKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdateDeskTest {
  private static final ReleaseRef NEXT = new ReleaseRef("0.2.0", hash(2));

  @TempDir Path folder;
  private final List<Effect> effects = new ArrayList<>();
  private final Store store = new Store();
  private Instant now = Instant.parse("2026-11-24T08:00:00Z");
  private SlotFolder slots;
  private UpdateDesk desk;

  @BeforeEach
  void begin() throws IOException {
    slots = new SlotFolder(new PowerCutDisk(folder, new Random(1)), folder);
    fill(2);
    desk = desk();
  }

  @Test
  void beginsWithWhatCameWithTheMachine() {
    assertEquals(UpdateDesk.SHIPPED_SLOT, desk.current().slot());
    assertEquals("app=shipped", text());
  }

  @Test
  void noReleaseBeginsThatTheDiskDoesNotKnow() {
    prepare();
    store.full = true;
    tick();
    assertEquals(UpdateDesk.SHIPPED_SLOT, desk.current().slot());
    assertEquals(List.of(), effects);
    store.full = false;
    tick();
    assertEquals(2, desk.current().slot());
    assertEquals(List.of(new Effect.Restart()), effects);
    assertEquals("app=0.2.0:trial", text());
  }

  @Test
  void theWayBackNeedsNoDisk() throws IOException {
    prepare();
    tick();
    store.full = true;
    desk.take(new Input.AppRests());
    assertEquals(UpdateDesk.SHIPPED_SLOT, desk.current().slot());
    assertEquals("app=shipped>0.2.0:given-up:crash-loop", text());
    store.full = false;
    tick();
    assertEquals(
        Optional.of(UpdateDesk.SHIPPED_SLOT), store.read().map(kept -> slot(kept.current())));
  }

  @Test
  void goesBackWhenASlotIsGone() throws IOException {
    prepare();
    tick();
    Files.delete(SlotFolder.manifest(slots.folder(2)));
    assertEquals(UpdateDesk.SHIPPED_SLOT, desk().current().slot());
  }

  @Test
  void usesWhatCameWithTheMachineWhenNothingIsKnown() {
    prepare();
    tick();
    store.broken = true;
    assertEquals(UpdateDesk.SHIPPED_SLOT, desk().current().slot());
  }

  @Test
  void saysWhereItStands() {
    direct();
    assertEquals("app=shipped>0.2.0:fetching", text());
    tick();
    desk.take(new Input.NotBuilt(now, NEXT, "unreachable"));
    assertEquals("app=shipped>0.2.0:resting:unreachable", text());
    now = now.plus(Duration.ofDays(8));
    tick();
    assertEquals("app=shipped>0.2.0:expired", text());
  }

  private void prepare() {
    direct();
    tick();
    desk.take(new Input.Built(NEXT, 2));
    effects.clear();
  }

  private void direct() {
    desk.take(
        new Input.Directed(
            now.plus(Duration.ofDays(7)),
            new Assignment("app", "0.2.0", NEXT.manifest(), 1, now, Urgency.SOON)));
  }

  private void tick() {
    desk.take(new Input.Tick(now, new Conditions(now, true, false, Set.of(), Permit.ALL, true)));
  }

  private String text() {
    var summary = desk.summary(now);
    return new UpdateSummary(false, List.of(summary)).text();
  }

  private UpdateDesk desk() {
    var fresh =
        new UpdateDesk(
            ReleaseKind.APP,
            new InstallPolicy(InstallLimits.USUAL, Duration.ZERO),
            store,
            effects::add);
    fresh.begin(now, slots);
    return fresh;
  }

  private void fill(long slot) throws IOException {
    Files.createDirectories(slots.folder(slot));
    Files.writeString(SlotFolder.manifest(slots.folder(slot)), "{}");
  }

  private static long slot(@Nullable Installed installed) {
    return installed == null ? -1 : installed.slot();
  }

  private static ByteString hash(int which) {
    var hash = new byte[32];
    hash[0] = (byte) which;
    return ByteString.copyFrom(hash);
  }

  private static final class Store implements InstallStore {
    private Optional<Kept> kept = Optional.empty();
    private boolean full;
    private boolean broken;

    @Override
    public Optional<Kept> read() throws IOException {
      if (broken) {
        throw new IOException("not what was written");
      }
      return kept;
    }

    @Override
    public void write(Kept fresh) throws IOException {
      if (full) {
        throw new IOException("No space left on device");
      }
      kept = Optional.of(fresh);
    }
  }
}
