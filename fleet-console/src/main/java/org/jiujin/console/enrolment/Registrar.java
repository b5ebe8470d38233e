package org.jiujin.console.enrolment;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jiujin.console.enrolment.EnrolmentTables.Row;
import org.springframework.transaction.support.TransactionTemplate;

/// Answers terminals that ask for a certificate. One at a time: nobody asks often.
///
/// A claim code belongs to the key that came with it first. The terminal shows its code only after it was told to wait, so
/// whoever reads it there comes second.
class Registrar {
  private static final int MOST_PENDING = 500;
  private static final int MOST_PENDING_OF_ONE = 3;
  private static final int MOST_GIVEN_A_DAY = 20;
  private static final Duration DAY = Duration.ofDays(1);
  private static final Pattern TERMINAL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final EnrolmentTables tables;
  private final TransactionTemplate transaction;
  private final Authority authority;
  private final EnrolmentSettings settings;
  private final InstantSource clock;

  Registrar(
      EnrolmentTables tables,
      TransactionTemplate transaction,
      Authority authority,
      EnrolmentSettings settings,
      InstantSource clock) {
    this.tables = tables;
    this.transaction = transaction;
    this.authority = authority;
    this.settings = settings;
    this.clock = clock;
  }

  /// A terminal asks for its first certificate.
  ///
  /// @param who terminal id and claim code
  /// @param from its address
  synchronized EstAnswer enrol(Credentials who, SigningRequest request, String from) {
    return answer(() -> first(who, request, from));
  }

  /// A terminal asks for the next one.
  ///
  /// @param present the certificate that it came with; TLS has checked that it is ours and not over
  synchronized EstAnswer renew(X509Certificate present, SigningRequest request, String from) {
    return answer(() -> next(present, request, from));
  }

  X509Certificate authority() {
    return authority.certificate();
  }

  static boolean isGroup(String group) {
    return GROUP.matcher(group).matches();
  }

  private EstAnswer answer(Work work) {
    return transaction.execute(_ -> {
      try {
        return work.run();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("the authority cannot sign", e);
      }
    });
  }

  private EstAnswer first(Credentials who, SigningRequest request, String from)
      throws GeneralSecurityException {
    Instant now = clock.instant();
    if (!TERMINAL.matcher(who.terminal()).matches() || !isGroup(request.group())) {
      return new EstAnswer.Refused(400, "terminal id or county cannot stand in a certificate");
    }
    if (!request.terminal().equals(who.terminal())) {
      return new EstAnswer.Refused(400, "the request is for another terminal");
    }
    String codeHash = Hashes.ofCode(who.terminal(), who.code());
    Optional<Row> kept = tables.byKey(who.terminal(), request.keyHash());
    if (kept.isEmpty()) {
      return ask(who, request, codeHash, from, now);
    }
    Row row = kept.get();
    if (!Hashes.same(row.codeHash(), codeHash)) {
      tables.happened(now, from, "wrong-code", who.terminal(), row.keyHash().substring(0, 8));
      return new EstAnswer.Refused(401, "another code came with this key");
    }
    return switch (row.state()) {
      case "PENDING" -> {
        tables.askedAgain(row.id(), now);
        yield new EstAnswer.Wait();
      }
      case "ACCEPTED" -> accepted(row, request, now);
      case "ISSUED" -> again(row);
      default -> new EstAnswer.Refused(403, "an operator turned this request down");
    };
  }

  private EstAnswer ask(
      Credentials who, SigningRequest request, String codeHash, String from, Instant now) {
    if (tables.codeIsTaken(codeHash)) {
      tables.happened(now, from, "contested", who.terminal(), request.keyHash().substring(0, 8));
      return new EstAnswer.Refused(403, "this code belongs to another key");
    }
    tables.forgetPending(now.minus(DAY));
    if (tables.countPending() >= MOST_PENDING
        || tables.countPending(who.terminal()) >= MOST_PENDING_OF_ONE) {
      return new EstAnswer.Refused(503, "too many requests wait");
    }
    tables.insert(who.terminal(), request.group(), request.keyHash(), codeHash, from, now);
    tables.happened(now, from, "asked", who.terminal(), request.keyHash().substring(0, 8));
    return new EstAnswer.Wait();
  }

  private EstAnswer accepted(Row row, SigningRequest request, Instant now)
      throws GeneralSecurityException {
    tables.withdrawAll(row.terminal(), "enrolment", now); // of a machine that was there before
    X509Certificate made = make(row, request, "", now);
    tables.issued(row.id(), EnrolmentTables.serial(made));
    tables.happened(now, "console", "issued", row.terminal(), EnrolmentTables.serial(made));
    return new EstAnswer.Certificate(made);
  }

  /// The answer was lost on the way, or the terminal before it had written it down.
  private EstAnswer again(Row row) throws GeneralSecurityException {
    return tables.counting(row.serial()).isPresent()
        ? new EstAnswer.Certificate(tables.certificate(row.serial()))
        : new EstAnswer.Refused(403, "the certificate was withdrawn");
  }

  private EstAnswer next(X509Certificate present, SigningRequest request, String from)
      throws GeneralSecurityException {
    Instant now = clock.instant();
    String serial = EnrolmentTables.serial(present);
    Optional<Row> kept = tables.counting(serial);
    if (kept.isEmpty()) {
      tables.happened(now, from, "refused", "", serial);
      return new EstAnswer.Refused(403, "the certificate was withdrawn, or not given here");
    }
    Row old = kept.get();
    if (!request.terminal().equals(old.terminal())) {
      return new EstAnswer.Refused(403, "the request is for another terminal");
    }
    if (request.keyHash().equals(old.keyHash())) {
      return new EstAnswer.Refused(400, "each certificate wants a key of its own");
    }
    if (tables.givenSince(old.terminal(), now.minus(DAY)) >= MOST_GIVEN_A_DAY) {
      return new EstAnswer.Refused(503, "enough certificates for one day");
    }
    var row = new Row(0, old.terminal(), old.group(), request.keyHash(), "", "ISSUED", serial);
    X509Certificate made = make(row, request, serial, now);
    tables.happened(now, from, "renewed", old.terminal(), EnrolmentTables.serial(made));
    return new EstAnswer.Certificate(made);
  }

  private X509Certificate make(Row row, SigningRequest request, String renews, Instant now)
      throws GeneralSecurityException {
    X509Certificate made =
        authority.terminal(request.key(), row.terminal(), row.group(), settings.days(), now);
    tables.insert(made, row, renews, now);
    return made;
  }

  /// Terminal id and claim code of HTTP Basic.
  record Credentials(String terminal, String code) {
    @Override
    public String toString() {
      return "Credentials[" + terminal + "]";
    }
  }

  @FunctionalInterface
  private interface Work {
    EstAnswer run() throws GeneralSecurityException;
  }
}
