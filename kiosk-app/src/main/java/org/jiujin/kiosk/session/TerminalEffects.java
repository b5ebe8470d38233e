package org.jiujin.kiosk.session;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jiujin.device.printer.PrintOutcome;
import org.jiujin.device.printer.ReceiptPrinter;
import org.jiujin.kiosk.application.LocalNumber;
import org.jiujin.kiosk.audit.Actor;
import org.jiujin.kiosk.audit.AuditEvent;
import org.jiujin.kiosk.audit.AuditPen;
import org.jiujin.kiosk.audit.AuditTrail;
import org.jiujin.kiosk.identity.CardIdentification;
import org.jiujin.kiosk.identity.IdentityOutcome;
import org.jiujin.kiosk.journey.CardTrouble;
import org.jiujin.kiosk.journey.Effect;
import org.jiujin.kiosk.journey.Event;
import org.jiujin.kiosk.journey.Precheck;
import org.jiujin.kiosk.journey.Printing;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.paper.ReceiptComposer;
import org.jiujin.kiosk.terminal.CountedEvent;
import org.jiujin.kiosk.terminal.Counters;
import org.jiujin.kiosk.terminal.DeviceSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands each effect to the room that can do it, on a thread of its own, and brings back the event it ends with.
///
/// The rooms bound their work; this class adds no limits. [#close()] gives what is under way two seconds, a filing or a
/// rating above all, and drops what comes after it.
public final class TerminalEffects implements EffectRunner, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TerminalEffects.class);

  private static final Duration CLOSING = Duration.ofSeconds(2);

  /// Short code for the hotline when a programmer's mistake, not the world, is to blame.
  private static final String MISTAKE = "E-100";

  private final DeviceSession devices;
  private final CardIdentification cards;
  private final PlatformQuestions questions;
  private final FilingDesk desk;
  private final ReceiptPrinter printer;
  private final ReceiptComposer composer;
  private final Counters counters;
  private final AuditTrail trail;
  private AuditPen pen; // the thread's of the turns
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("effect-", 0).factory());

  /// @param devices gives a visit the devices that cards and paper go through
  /// @param questions asks the platform
  /// @param desk files applications and ratings
  /// @param trail is told who did what
  public TerminalEffects(
      DeviceSession devices,
      CardIdentification cards,
      PlatformQuestions questions,
      FilingDesk desk,
      ReceiptPrinter printer,
      ReceiptComposer composer,
      Counters counters,
      AuditTrail trail) {
    this.devices = devices;
    this.cards = cards;
    this.questions = questions;
    this.desk = desk;
    this.printer = printer;
    this.composer = composer;
    this.counters = counters;
    this.trail = trail;
    this.pen = trail.terminal();
  }

  @Override
  public void run(Effect effect, Consumer<Event> answer) {
    if (effect instanceof Effect.EndSession || effect instanceof Effect.StopReading) {
      // Here and now: stopping later, on another thread, could end the next wait for a card instead
      // of this one.
      cards.stop();
      if (effect instanceof Effect.EndSession(var how)) {
        devices.end();
        pen.note(new AuditEvent.SessionEnded(how.name().toLowerCase(Locale.ROOT)));
      }
      return;
    }
    if (effect instanceof Effect.BeginSession) {
      pen = trail.session(Actor.RESIDENT);
      pen.note(new AuditEvent.SessionBegan());
    }
    AuditPen writing = pen;
    CardIdentification.Asking asking = cards.ask();
    String visit = devices.id();
    try {
      threads.execute(
          () -> devices.as(visit, () -> answered(effect, asking, writing)).ifPresent(answer));
    } catch (RejectedExecutionException closed) {
      LOG.debug("{} comes after the end", effect.getClass().getSimpleName(), closed);
    }
  }

  @Override
  public void close() {
    cards.stop();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException hurry) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Event> answered(
      Effect effect, CardIdentification.Asking asking, AuditPen writing) {
    try {
      return work(effect, asking, writing);
    } catch (RuntimeException mistake) { // the runner's edge: the resident must not wait for ever
      LOG.error("{} failed by a programming error", effect.getClass().getSimpleName(), mistake);
      return giveUp(effect);
    }
  }

  private Optional<Event> work(Effect effect, CardIdentification.Asking asking, AuditPen writing) {
    return switch (effect) {
      case Effect.BeginSession _ -> quietly(() -> counters.count(CountedEvent.SESSION));
      case Effect.EndSession _, Effect.StopReading _ -> Optional.empty(); // done by run
      case Effect.ReadCard _ -> read(cards.identify(asking), writing);
      case Effect.Prefill(var draft) -> Optional.of(new Event.Prefilled(questions.known(draft)));
      case Effect.FetchMaterials(var draft) ->
          Optional.of(new Event.MaterialsFetched(questions.materials(draft)));
      case Effect.CheckBeforehand(var draft) ->
          Optional.of(new Event.Prechecked(questions.precheck(draft)));
      case Effect.File(var draft, var signature) ->
          Optional.of(desk.file(draft, signature, writing));
      case Effect.Print(var kept) -> Optional.of(new Event.PrintEnded(print(kept, writing)));
      case Effect.Rate(var acknowledgement, int level, var reasons) ->
          quietly(() -> desk.rate(acknowledgement, level, reasons, writing));
    };
  }

  /// What keeps the way open for the resident when an effect broke.
  private static Optional<Event> giveUp(Effect effect) {
    return switch (effect) {
      case Effect.BeginSession _, Effect.EndSession _, Effect.StopReading _, Effect.Rate _ ->
          Optional.empty();
      case Effect.ReadCard _ -> Optional.of(new Event.CardFailed(CardTrouble.READER_AWAY));
      case Effect.Prefill _ -> Optional.of(new Event.Prefilled(Map.of()));
      case Effect.FetchMaterials(var draft) ->
          Optional.of(new Event.MaterialsFetched(PlatformQuestions.fetchedLater(draft)));
      case Effect.CheckBeforehand _ -> Optional.of(new Event.Prechecked(new Precheck.Later()));
      case Effect.File _ -> Optional.of(new Event.FilingFailed(MISTAKE));
      case Effect.Print _ -> Optional.of(new Event.PrintEnded(new Printing.Uncertain(MISTAKE)));
    };
  }

  private static Optional<Event> quietly(Runnable work) {
    work.run();
    return Optional.empty();
  }

  private static Optional<Event> read(IdentityOutcome outcome, AuditPen writing) {
    return switch (outcome) {
      case IdentityOutcome.Identified(var person, var expired) -> {
        writing.note(new AuditEvent.IdentityRead(AuditEvent.Means.CARD, expired));
        yield Optional.of(new Event.CardRead(person, expired));
      }
      case IdentityOutcome.NotLaid _ -> Optional.of(new Event.CardFailed(CardTrouble.NOT_LAID));
      case IdentityOutcome.Unreadable _ ->
          Optional.of(new Event.CardFailed(CardTrouble.UNREADABLE));
      case IdentityOutcome.ReaderAway _ ->
          Optional.of(new Event.CardFailed(CardTrouble.READER_AWAY));
      case IdentityOutcome.Stopped _ -> Optional.empty();
    };
  }

  private Printing print(State.Filed.Kept kept, AuditPen writing) {
    Printing ended = printed(printer.print(composer.compose(kept)));
    String outcome =
        switch (ended) {
          case Printing.Done _ -> "printed";
          case Printing.Refused _ -> "refused";
          case Printing.Uncertain _, Printing.Running _ -> "uncertain";
        };
    var number = new LocalNumber(kept.acknowledgement().localNumber());
    writing.note(new AuditEvent.ReceiptPrinted(kept.matter().id(), number, outcome));
    return ended;
  }

  private static Printing printed(PrintOutcome outcome) {
    return switch (outcome) {
      case PrintOutcome.Printed _ -> new Printing.Done();
      case PrintOutcome.Refused(var fault) -> new Printing.Refused(fault.code().name());
      case PrintOutcome.Uncertain(var fault) -> new Printing.Uncertain(fault.code().name());
    };
  }
}
