package org.jiujin.kiosk.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jiujin.kiosk.application.LocalNumber;

/// What the tests of the journal write.
final class Journals {
  static final Instant AT = Instant.parse("2026-11-23T02:00:00.123456Z");
  static final String CHAIN = "0123456789abcdef";
  static final String MATTER = "shehui-baozhang-ka";
  static final LocalNumber NUMBER = LocalNumber.of("T621121001", LocalDate.of(2026, 11, 23), 7);
  static final String CASE = "6211212026112300000000007";

  private Journals() {}

  static Journal open(Path home) throws IOException {
    return open(home, Journal.Limits.USUAL, new FolderMedium());
  }

  static Journal open(Path home, Journal.Limits limits, Medium medium) throws IOException {
    return Journal.open(home, limits, medium, AT, () -> CHAIN);
  }

  static Entry entry(AuditEvent event) {
    return new Entry(AT, "5b0e3c52-1111-4222-8333-444455556666", Actor.RESIDENT, event);
  }

  /// A chain of five entries, its beginning included.
  static void fill(Path home) throws IOException {
    try (Journal journal = open(home)) {
      journal.append(entry(new AuditEvent.SessionBegan()));
      journal.append(entry(new AuditEvent.ApplicationSigned(MATTER, NUMBER)));
      journal.append(entry(new AuditEvent.ApplicationAccepted(MATTER, NUMBER, CASE)));
      journal.append(entry(new AuditEvent.SessionEnded("done")));
    }
  }

  static Path current(Path home) {
    return home.resolve("current");
  }

  static List<Path> files(Path home) throws IOException {
    return new JournalFolder(current(home)).files();
  }

  static String text(Path home) throws IOException {
    var text = new StringBuilder();
    for (Path file : files(home)) {
      text.append(Files.readString(file));
    }
    return text.toString();
  }
}
