package org.jiujin.sandbox;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Accepts applications and ratings, each exactly once.
@Service
class FilingDesk {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final int PROMISED_WORKING_DAYS =
      15; // matters reference, 5.11: card making takes 15 working days

  private final Cases cases;
  private final TransactionTemplate transactions;
  private final InstantSource time;

  FilingDesk(Cases cases, TransactionTemplate transactions, InstantSource time) {
    this.cases = cases;
    this.transactions = transactions;
    this.time = time;
  }

  /// Files an application. One at a time: a retry that overtakes its first try must find the first try's row.
  ///
  /// @param body the bytes as they came, for the comparison with an earlier request under the same key
  synchronized Decision<Answers.Accepted> file(
      String key, byte[] body, Requests.Application application) {
    return inTransaction(() -> fileNow(key, hash(body), application));
  }

  /// Records a rating, linked to its case by the terminal's local number.
  synchronized Decision<Answers.Rated> rate(String key, byte[] body, Requests.Rating rating) {
    return inTransaction(() -> rateNow(key, hash(body), rating));
  }

  private Decision<Answers.Accepted> fileNow(
      String key, String hash, Requests.Application application) {
    var before = cases.byKey(key);
    if (before.isPresent()) {
      return before.get().bodyHash().equals(hash)
          ? new Decision.DoneBefore<>(before.get().answer())
          : new Decision.Refused<>(ProblemCode.IDEMPOTENCY_KEY_REUSED);
    }
    if (cases.byLocalNumber(application.localNumber()).isPresent()) {
      return new Decision.Refused<>(ProblemCode.LOCAL_NUMBER_TAKEN);
    }
    Instant now = now();
    LocalDate today = LocalDate.ofInstant(now, CHINA);
    String prefix = CaseNumber.prefix(today, application.terminal());
    int sequence = cases.nextSequence(prefix);
    if (sequence > CaseNumber.LAST_SEQUENCE) {
      return new Decision.Refused<>(ProblemCode.NUMBERS_EXHAUSTED);
    }
    var accepted =
        new Cases.Case(
            key,
            hash,
            CaseNumber.of(prefix, sequence),
            application.localNumber(),
            application.terminal(),
            application.matter(),
            now,
            WorkingDays.after(today, PROMISED_WORKING_DAYS));
    cases.add(accepted);
    return new Decision.Done<>(accepted.answer());
  }

  private Decision<Answers.Rated> rateNow(String key, String hash, Requests.Rating rating) {
    var before = cases.ratingByKey(key);
    if (before.isPresent()) {
      return before.get().bodyHash().equals(hash)
          ? new Decision.DoneBefore<>(before.get().answer())
          : new Decision.Refused<>(ProblemCode.IDEMPOTENCY_KEY_REUSED);
    }
    if (rating.lacksReason()) {
      return new Decision.Refused<>(ProblemCode.REASON_MISSING);
    }
    var rated = cases.byLocalNumber(rating.localNumber());
    if (rated.isEmpty()) {
      return new Decision.Refused<>(ProblemCode.CASE_UNKNOWN);
    }
    String caseNumber = rated.get().caseNumber();
    if (cases.ratingOf(caseNumber).isPresent()) {
      return new Decision.Refused<>(ProblemCode.ALREADY_RATED);
    }
    var recorded = new Cases.Rating(key, hash, caseNumber, rating.level(), now());
    cases.add(recorded);
    return new Decision.Done<>(recorded.answer());
  }

  private <A> Decision<A> inTransaction(Supplier<Decision<A>> work) {
    return Objects.requireNonNull(transactions.execute(_ -> work.get()));
  }

  /// To the microsecond, as the table keeps it: the first answer and the repeated one must be equal.
  private Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static String hash(byte[] body) {
    return HexFormat.of().formatHex(Hash.sha256(body));
  }
}
