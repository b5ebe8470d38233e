package org.jiujin.agent.update;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.jiujin.agent.update.InstallPolicy.Effect;
import org.jiujin.agent.update.InstallPolicy.Input;
import org.jiujin.fleet.record.RecordBody;
import org.jiujin.fleet.update.Assignment;
import org.jiujin.fleet.update.Direction;
import org.jiujin.fleet.update.UpdateSummary;
import org.jiujin.update.trust.release.ReleaseKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The releases of one kind on this terminal. For one thread but for [#image()].
final class Releases {
  private static final Logger LOG = LoggerFactory.getLogger(Releases.class);

  private final ReleaseKind kind;
  private final Path shipped;
  private final SlotFolder slots;
  private final UpdateDesk desk;
  private final Fetches fetches;
  private final Consumer<RecordBody> records;
  private final Runnable moved;
  private volatile Path image;

  /// @param shipped what came with the machine
  /// @param thread where they are fetched
  /// @param answers takes what became of a fetch, on that thread
  /// @param records takes what must not be lost
  /// @param moved another one is current
  /// @throws IOException if the folder cannot be made
  Releases(
      ReleaseKind kind,
      Path shipped,
      UpdateSettings settings,
      Place place,
      ExecutorService thread,
      Consumer<Input> answers,
      Consumer<RecordBody> records,
      Runnable moved)
      throws IOException {
    this.kind = kind;
    this.shipped = shipped;
    this.records = records;
    this.moved = moved;
    this.image = shipped;
    Path folder = Files.createDirectories(settings.folder().resolve(kind.word()));
    this.slots = new SlotFolder(new FolderUpdateDisk(settings.folder()), folder);
    this.fetches =
        new Fetches(
            thread,
            new RepositoryFetcher(kind, settings, shipped, slots, place.metadata(), place.wall()),
            place.steady(),
            answers);
    this.desk =
        new UpdateDesk(
            kind,
            settings.policy(),
            new InstallFile(folder.resolve("install.json")),
            this::perform);
  }

  /// What the kinds share.
  ///
  /// @param metadata where it is kept what is trusted of the repository
  /// @param wall the machine's clock
  /// @param steady one that only goes forward
  record Place(Path metadata, InstantSource wall, InstantSource steady) {}

  /// Goes on where the agent was before.
  void begin(Instant now) {
    desk.begin(now, slots);
    follow();
  }

  /// What the direction says of this kind.
  void direct(Direction direction) {
    Optional<Assignment> wanted =
        direction.assignments().stream().filter(one -> one.kind().equals(kind.word())).findFirst();
    take(new Input.Directed(direction.notAfter(), wanted.orElse(null)));
  }

  void take(Input input) {
    desk.take(input);
    follow();
  }

  void tick(Instant now, Conditions conditions) {
    take(new Input.Tick(now, conditions));
  }

  /// Where the current release is. Any thread.
  Path image() {
    return image;
  }

  /// The slot of the current release.
  long slot() {
    return desk.current().slot();
  }

  boolean onTrial() {
    return desk.onTrial();
  }

  boolean hasToDo() {
    return desk.hasToDo();
  }

  UpdateSummary.Release summary(Instant wall) {
    return desk.summary(wall);
  }

  private void follow() {
    image = slot() == UpdateDesk.SHIPPED_SLOT ? shipped : slots.image(slot());
  }

  private void perform(Effect effect) {
    switch (effect) {
      case Effect.Fetch(var assignment) -> fetches.fetch(assignment, desk.needed());
      case Effect.StopFetching _ -> fetches.stop();
      case Effect.Restart _ -> {
        follow();
        moved.run();
      }
      case Effect.FellBack(var from, var to, var why) -> {
        String back = to == null ? UpdateSummary.SHIPPED : to.version();
        LOG.error("{} {} is given up, back to {}: {}", kind.word(), from.version(), back, why);
        records.accept(new RecordBody.UpdateFellBack(kind.word(), from.version(), back, why));
        fetches.tidy(desk.needed());
      }
      case Effect.Proved(var release) -> {
        LOG.info("{} {} has proved itself", kind.word(), release.version());
        records.accept(new RecordBody.UpdateProved(kind.word(), release.version()));
        fetches.tidy(desk.needed());
      }
    }
  }
}
