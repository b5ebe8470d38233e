package org.jiujin.kiosk.session;

import java.time.InstantSource;
import java.util.List;
import org.jiujin.kiosk.application.Application;
import org.jiujin.kiosk.application.Filing;
import org.jiujin.kiosk.application.FilingOutcome;
import org.jiujin.kiosk.application.LocalNumber;
import org.jiujin.kiosk.application.MaterialUse;
import org.jiujin.kiosk.application.Rating;
import org.jiujin.kiosk.application.RatingOutcome;
import org.jiujin.kiosk.application.StoreFault;
import org.jiujin.kiosk.application.StoreResult;
import org.jiujin.kiosk.audit.AuditEvent;
import org.jiujin.kiosk.audit.AuditPen;
import org.jiujin.kiosk.identity.Signature;
import org.jiujin.kiosk.journey.Acknowledgement;
import org.jiujin.kiosk.journey.Draft;
import org.jiujin.kiosk.journey.Event;
import org.jiujin.kiosk.terminal.CountedEvent;
import org.jiujin.kiosk.terminal.Counters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files what the visit brings, and says how it ended in the journey's words. Blocks as long as [Filing] does.
public final class FilingDesk {
  private static final Logger LOG = LoggerFactory.getLogger(FilingDesk.class);

  private final Filing filing;
  private final Counters counters;
  private final String terminalId;
  private final InstantSource time;

  /// @param terminalId stands in the local number
  public FilingDesk(Filing filing, Counters counters, String terminalId, InstantSource time) {
    this.filing = filing;
    this.counters = counters;
    this.terminalId = terminalId;
    this.time = time;
  }

  /// Files an application. The signature is wiped afterwards, whatever happened.
  ///
  /// @param writing has the number on disk before the application is, and how it ended before the resident is told
  Event file(Draft draft, Signature signature, AuditPen writing) {
    try {
      return switch (filing.nextLocalNumber()) {
        case StoreResult.Done<LocalNumber>(var number) -> {
          String matter = draft.matter().id();
          writing.keep(new AuditEvent.ApplicationSigned(matter, number));
          FilingOutcome outcome = filing.file(application(number, draft, signature));
          writing.keep(told(matter, number, outcome));
          yield filed(outcome);
        }
        case StoreResult.Failed<LocalNumber>(var fault) -> notFiled(code(fault));
      };
    } finally {
      signature.wipe();
    }
  }

  /// Files a rating; what became of it is told to the log only, because the resident has gone.
  void rate(Acknowledgement acknowledgement, int level, List<String> reasons, AuditPen writing) {
    var number = new LocalNumber(acknowledgement.localNumber());
    writing.note(new AuditEvent.RatingGiven(number));
    var rating = new Rating(number, level, reasons, "", time.instant());
    switch (filing.rate(rating)) {
      case RatingOutcome.Recorded _, RatingOutcome.StoredHere _ -> {}
      case RatingOutcome.Refused(var problem) ->
          LOG.warn("The platform refused a rating: {}", problem.code());
      case RatingOutcome.NotStored(var fault) -> LOG.warn("A rating is lost: {}", fault);
    }
  }

  private static AuditEvent told(String matter, LocalNumber number, FilingOutcome outcome) {
    return switch (outcome) {
      case FilingOutcome.Accepted(var caseNumber, _) ->
          new AuditEvent.ApplicationAccepted(matter, number, caseNumber);
      case FilingOutcome.StoredHere _ -> new AuditEvent.ApplicationStored(matter, number);
      case FilingOutcome.Refused(var problem) ->
          new AuditEvent.ApplicationRefused(matter, number, problem.code());
      case FilingOutcome.NotStored(var fault) ->
          new AuditEvent.ApplicationNotStored(matter, number, code(fault));
    };
  }

  private Event filed(FilingOutcome outcome) {
    return switch (outcome) {
      case FilingOutcome.Accepted(var caseNumber, var number) -> {
        counters.count(CountedEvent.DONE);
        yield new Event.Stored(
            new Acknowledgement.Accepted(caseNumber, number.value(), time.instant()));
      }
      case FilingOutcome.StoredHere(var number) -> {
        counters.count(CountedEvent.STORED);
        yield new Event.Stored(new Acknowledgement.StoredHere(number.value(), time.instant()));
      }
      case FilingOutcome.Refused(var problem) -> notFiled(problem.code());
      case FilingOutcome.NotStored(var fault) -> notFiled(code(fault));
    };
  }

  private Event notFiled(String code) {
    counters.count(CountedEvent.FAILED);
    return new Event.FilingFailed(code);
  }

  private static String code(StoreFault fault) {
    return fault.name();
  }

  private Application application(LocalNumber number, Draft draft, Signature signature) {
    return new Application(
        number,
        terminalId,
        draft.matter().id(),
        draft.matter().version(),
        draft.situation().id(),
        draft.person(),
        draft.applicableAnswers(),
        draft.materials().stream().map(MaterialUse::of).toList(),
        ConsentTerms.filed(draft.consentedAt()),
        signature,
        time.instant());
  }
}
