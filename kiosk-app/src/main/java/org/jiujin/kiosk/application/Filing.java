package org.jiujin.kiosk.application;

import java.time.Duration;
import java.util.Optional;
import org.jiujin.kiosk.platform.ProvincialPlatform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files applications and ratings: on disk first, then one try to send at once, the rest by the [OutboxSender].
///
/// Every method blocks for fifteen seconds at most, in practice for the platform's answer; not for the JavaFX application thread.
public final class Filing {
  private static final Logger LOG = LoggerFactory.getLogger(Filing.class);

  /// How long the resident waits for the platform.
  private static final Duration LIMIT = Duration.ofSeconds(8);

  private final ApplicationOutbox outbox;
  private final Delivery delivery;
  private final OutboxSender sender;
  private final String terminal;
  private final Duration limit;

  /// @param sender running; sends what this could not
  /// @param terminal the terminal's id, `T621121001` for example
  public Filing(
      ApplicationOutbox outbox, ProvincialPlatform platform, OutboxSender sender, String terminal) {
    this(outbox, platform, sender, terminal, LIMIT);
  }

  Filing(
      ApplicationOutbox outbox,
      ProvincialPlatform platform,
      OutboxSender sender,
      String terminal,
      Duration limit) {
    LocalNumber.requireTerminal(terminal);
    this.outbox = outbox;
    this.delivery = new Delivery(outbox, platform);
    this.sender = sender;
    this.terminal = terminal;
    this.limit = limit;
  }

  /// Takes the local number for the next application. Durable; each is given once.
  public StoreResult<LocalNumber> nextLocalNumber() {
    return outbox.nextLocalNumber(terminal);
  }

  /// Files an application. Any answer but [FilingOutcome.NotStored] comes after it was on disk.
  public FilingOutcome file(Application application) {
    LocalNumber number = application.localNumber();
    return switch (outbox.store(application)) {
      case StoreResult.Failed<String>(var fault) -> {
        LOG.error("Application {} is not stored: {}", number, fault);
        yield new FilingOutcome.NotStored(fault);
      }
      case StoreResult.Done<String>(var id) -> filed(number, sendNow(id));
    };
  }

  /// Files a rating. It waits for its application if that is still on its way.
  public RatingOutcome rate(Rating rating) {
    return switch (outbox.store(rating)) {
      case StoreResult.Failed<String>(var fault) -> {
        LOG.error("Rating of {} is not stored: {}", rating.localNumber(), fault);
        yield new RatingOutcome.NotStored(fault);
      }
      case StoreResult.Done<String>(var id) when isWithThePlatform(rating.localNumber()) ->
          rated(sendNow(id));
      case StoreResult.Done<String>(var id) -> {
        var _ = outbox.postpone(id, "APPLICATION_PENDING");
        yield new RatingOutcome.StoredHere();
      }
    };
  }

  private FilingOutcome filed(LocalNumber number, Optional<Delivery.Result> result) {
    if (result.isPresent()) {
      switch (result.get()) {
        case Delivery.Result.Delivered(var caseNumber) -> {
          return new FilingOutcome.Accepted(caseNumber, number);
        }
        case Delivery.Result.Refused(var problem) -> {
          LOG.warn("Application {} is refused: {} {}", number, problem.code(), problem.pointers());
          return new FilingOutcome.Refused(problem);
        }
        case Delivery.Result.Postponed(var cause) ->
            LOG.info("Application {} is stored here: {}", number, cause);
        case Delivery.Result.Blocked(var fault) ->
            LOG.error("Application {} is stored but shut: {}", number, fault);
      }
    }
    sender.wake();
    return new FilingOutcome.StoredHere(number);
  }

  private RatingOutcome rated(Optional<Delivery.Result> result) {
    if (result.isPresent()) {
      switch (result.get()) {
        case Delivery.Result.Delivered _ -> {
          return new RatingOutcome.Recorded();
        }
        case Delivery.Result.Refused(var problem) -> {
          return new RatingOutcome.Refused(problem);
        }
        case Delivery.Result.Postponed _, Delivery.Result.Blocked _ -> {}
      }
    }
    sender.wake();
    return new RatingOutcome.StoredHere();
  }

  /// Empty if the row cannot be read back just now; the sender will find it.
  private Optional<Delivery.Result> sendNow(String id) {
    return switch (outbox.pending(id)) {
      case StoreResult.Done<Optional<OutboxRow>>(var row) ->
          row.map(each -> delivery.send(each, limit, true));
      case StoreResult.Failed<Optional<OutboxRow>> _ -> Optional.empty();
    };
  }

  private boolean isWithThePlatform(LocalNumber number) {
    return outbox.caseNumberOf(number) instanceof StoreResult.Done<Optional<String>>(var found)
        && found.isPresent();
  }
}
