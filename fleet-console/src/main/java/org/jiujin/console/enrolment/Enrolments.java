package org.jiujin.console.enrolment;

import java.time.Instant;
import java.util.List;

/// What operators see of the enrolment, and decide. From any thread.
public interface Enrolments {
  /// Whether this console gives certificates.
  boolean open();

  /// The terminals that ask for one, longest waiting first.
  List<Pending> pending();

  /// The terminal on whose screen this code stands.
  Lookup find(String code);

  /// Accepts the terminal on whose screen this code stands: the next time it asks it gets its certificate.
  ///
  /// @param id as [#find] said; refused if the code is another's by now
  /// @param group the county that stands in the certificate
  /// @param who decides
  Lookup accept(String code, long id, String group, String who);

  /// Turns a request down; the terminal makes another key and another code.
  void dismiss(long id, String who);

  /// The certificates that count, latest first.
  List<Given> certificates(int limit);

  /// Lets a certificate not be renewed any more.
  void withdraw(String serial, String who);

  /// What happened, latest first.
  List<Happening> history(int limit);

  /// A terminal that asks.
  ///
  /// @param group the county, as the terminal says
  /// @param from the address that it asks from
  /// @param key the beginning of its public key's SHA-256
  /// @param enrolled a certificate of this terminal counts: it will be withdrawn
  record Pending(
      long id,
      String terminal,
      String group,
      String from,
      String key,
      Instant since,
      Instant lastAsked,
      boolean enrolled) {}

  /// What came of a code.
  sealed interface Lookup {
    /// This terminal shows it.
    record Found(Pending pending) implements Lookup {}

    /// None does.
    record Unknown() implements Lookup {}

    /// Too many codes were wrong lately; none is looked up for a while.
    record TooManyTries() implements Lookup {}
  }

  /// A certificate.
  record Given(String serial, String terminal, String group, Instant issuedAt, Instant notAfter) {}

  /// Something that happened.
  ///
  /// @param what a word
  record Happening(Instant at, String who, String what, String terminal, String detail) {}
}
