package org.jiujin.agent.update;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jiujin.agent.update.InstallPolicy.Effect;
import org.jiujin.agent.update.InstallPolicy.Input;
import org.jiujin.agent.update.InstallPolicy.State;
import org.jiujin.agent.update.InstallPolicy.Step;
import org.jiujin.agent.update.InstallPolicy.Way;
import org.jiujin.fleet.update.Assignment;
import org.jiujin.fleet.update.UpdateSummary;
import org.jiujin.fleet.update.UpdateSummary.Phase;
import org.jiujin.update.trust.release.ReleaseKind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The policy of one kind of release, with a memory. Another release is current only when the disk knows it; the way back to the last good
/// one needs no disk. For one thread.
final class UpdateDesk {
  private static final Logger LOG = LoggerFactory.getLogger(UpdateDesk.class);

  /// What came with the machine is in no slot.
  static final long SHIPPED_SLOT = 0;

  private static final Installed SHIPPED =
      new Installed(
          SHIPPED_SLOT,
          new ReleaseRef(UpdateSummary.SHIPPED, ByteString.copyFrom(new byte[32])),
          0);

  private final ReleaseKind kind;
  private final InstallPolicy policy;
  private final InstallStore store;
  private final Consumer<Effect> hands;
  private State state = State.NOTHING;
  private Kept written = Kept.NOTHING;
  private boolean failing;

  /// @param hands do what follows
  UpdateDesk(ReleaseKind kind, InstallPolicy policy, InstallStore store, Consumer<Effect> hands) {
    this.kind = kind;
    this.policy = policy;
    this.store = store;
    this.hands = hands;
  }

  /// Goes on where the agent was before.
  ///
  /// @param slots where releases lie
  void begin(Instant now, SlotFolder slots) {
    take(new Input.Begun(now, there(slots)));
    LOG.info("{} {} is current", kind.word(), current().release().version());
  }

  private Kept there(SlotFolder slots) {
    Kept shipped = new Kept(SHIPPED, SHIPPED, null, 0, Set.of());
    try {
      Kept kept = store.read().orElse(shipped);
      if (isThere(kept.current(), slots)) {
        return isThere(kept.lastGood(), slots)
            ? kept
            : new Kept(kept.current(), SHIPPED, kept.givenUp(), kept.starts(), kept.devices());
      }
      LOG.error("the current {} is gone from its slot", kind.word());
      Installed back = isThere(kept.lastGood(), slots) ? kept.lastGood() : SHIPPED;
      return new Kept(back, back, kept.givenUp(), 0, Set.of());
    } catch (IOException e) {
      LOG.error(
          "what is installed is not known; the shipped {} is used: {}", kind.word(), e.toString());
      return shipped;
    }
  }

  private static boolean isThere(@Nullable Installed installed, SlotFolder slots)
      throws IOException {
    return installed != null && (installed.slot() == SHIPPED_SLOT || slots.has(installed.slot()));
  }

  /// Takes what happened.
  void take(Input input) {
    Step step = policy.next(state, input);
    Kept kept = step.state().kept();
    boolean known = kept.equals(written) || write(kept);
    boolean another =
        step.effects().contains(new Effect.Restart())
            && !Objects.equals(kept.current(), kept.lastGood());
    if (!known && another) {
      return; // asked again with the next tick
    }
    state = step.state();
    step.effects().forEach(hands);
  }

  private boolean write(Kept kept) {
    try {
      store.write(kept);
      written = kept;
      failing = false;
      return true;
    } catch (IOException e) {
      if (!failing) {
        failing = true;
        LOG.error("what is installed cannot be written down, tried again later: {}", e.toString());
      }
      return false;
    }
  }

  /// What is started.
  Installed current() {
    return Objects.requireNonNullElse(state.kept().current(), SHIPPED);
  }

  /// The slots that must stay.
  Set<Long> needed() {
    Set<Long> needed = new HashSet<>();
    needed.add(current().slot());
    if (state.kept().lastGood() != null) {
      needed.add(state.kept().lastGood().slot());
    }
    if (state.way() instanceof Way.Waiting(var slot)) {
      needed.add(slot);
    }
    return needed;
  }

  /// Whether what is started has still to prove itself.
  boolean onTrial() {
    return state.trial() != null;
  }

  /// Whether the direction names a release that is not current and was not given up.
  boolean hasToDo() {
    Assignment wanted = state.wanted();
    return wanted != null && !state.isCurrent(wanted) && !state.isGivenUp(wanted);
  }

  /// Where it stands, for the operator.
  ///
  /// @param wall what the machine's clock says
  UpdateSummary.Release summary(Instant wall) {
    return new UpdateSummary.Release(
        kind.word(), current().release().version(), state.trial() != null, wanted(wall));
  }

  private UpdateSummary.@Nullable Wanted wanted(Instant wall) {
    Assignment wanted = state.wanted();
    if (wanted == null || state.isCurrent(wanted)) {
      return null;
    }
    if (state.isGivenUp(wanted)) {
      String why = Objects.requireNonNull(state.kept().givenUp(), "it was given up").why();
      return new UpdateSummary.Wanted(wanted.version(), Phase.GIVEN_UP, why);
    }
    if (wall.isAfter(state.until())) {
      return new UpdateSummary.Wanted(wanted.version(), Phase.EXPIRED, "");
    }
    Phase phase =
        switch (state.way()) {
          case Way.None _, Way.Fetching _ -> Phase.FETCHING;
          case Way.Resting _ -> Phase.RESTING;
          case Way.Waiting _ -> Phase.WAITING;
        };
    return new UpdateSummary.Wanted(
        wanted.version(), phase, phase == Phase.RESTING ? state.why() : "");
  }
}
