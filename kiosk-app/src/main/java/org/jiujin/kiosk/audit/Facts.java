package org.jiujin.kiosk.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jiujin.kiosk.application.LocalNumber;

/// Turns events into named words. Whatever is no plain word, or looks like a person's number, is not written.
final class Facts {
  /// Stands in the place of what was not written.
  static final String UNFIT = "unfit";

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._:+-]{0,64}");

  /// The lengths of mobile numbers, of old and of present identity numbers.
  private static final Pattern PERSONAL =
      Pattern.compile("(?<![0-9A-Za-z])(\\d{11}|\\d{15}|\\d{17}[0-9Xx])(?![0-9A-Za-z])");

  private Facts() {}

  static Map<String, String> of(AuditEvent event) {
    var facts = new LinkedHashMap<String, String>();
    switch (event) {
      case AuditEvent.SessionBegan _, AuditEvent.AppEnded _ -> {}
      case AuditEvent.SessionEnded(var how) -> facts.put("how", how);
      case AuditEvent.IdentityRead(var means, var expired) -> {
        facts.put("means", means.word());
        facts.put("expired", Boolean.toString(expired));
      }
      case AuditEvent.ApplicationSigned(var matter, var number) -> subject(facts, matter, number);
      case AuditEvent.ApplicationStored(var matter, var number) -> subject(facts, matter, number);
      case AuditEvent.ApplicationAccepted(var matter, var number, var caseNumber) -> {
        subject(facts, matter, number);
        facts.put("case", caseNumber);
      }
      case AuditEvent.ApplicationRefused(var matter, var number, var code) -> {
        subject(facts, matter, number);
        facts.put("code", code);
      }
      case AuditEvent.ApplicationNotStored(var matter, var number, var fault) -> {
        subject(facts, matter, number);
        facts.put("code", fault);
      }
      case AuditEvent.ReceiptPrinted(var matter, var number, var outcome) -> {
        subject(facts, matter, number);
        facts.put("outcome", outcome);
      }
      case AuditEvent.RatingGiven(var number) -> subject(facts, "", number);
      case AuditEvent.SettingsApplied(var version, var refused) -> {
        facts.put("version", Long.toString(version));
        facts.put("refused", Integer.toString(refused));
      }
      case AuditEvent.OrderEnded(var order, var verb, var state) -> {
        facts.put("order", order);
        facts.put("verb", verb);
        facts.put("state", state);
      }
      case AuditEvent.AppStarted(var version) -> facts.put("version", version);
      case AuditEvent.ChainBegan(var chain, var count, var hash) -> {
        facts.put("broken_chain", chain);
        facts.put("broken_count", Long.toString(count));
        facts.put("broken_hash", hash);
      }
      case AuditEvent.FileBegan(var oldest) -> facts.put(ChainLine.OLDEST, Long.toString(oldest));
      case AuditEvent.TornEndCut(var bytes) -> facts.put("bytes", Integer.toString(bytes));
      case AuditEvent.EntriesLost(var count) -> facts.put("count", Long.toString(count));
    }
    facts.replaceAll((_, text) -> word(text));
    return facts;
  }

  /// The text, if it may be written.
  static String word(String text) {
    return WORD.matcher(text).matches() && !PERSONAL.matcher(text).find() ? text : UNFIT;
  }

  private static void subject(Map<String, String> facts, String matter, LocalNumber number) {
    if (!matter.isEmpty()) {
      facts.put("matter", matter);
    }
    facts.put("number", number.value());
  }
}
