package org.jiujin.kiosk.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// Chains that did not verify, kept as they were found, in folders of their own beside the journal.
final class BrokenChains {
  private static final String NAME = "broken-";

  private BrokenChains() {}

  static Path setAside(Path home, Path current, int most) throws IOException {
    List<Path> before = all(home);
    long number = before.isEmpty() ? 1 : number(before.getLast()) + 1;
    Path aside = home.resolve("%s%03d".formatted(NAME, number));
    Files.move(current, aside, StandardCopyOption.ATOMIC_MOVE);
    Files.createDirectory(
        current,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    FolderMedium.force(home);
    for (Path gone : before.subList(0, Math.max(0, before.size() + 1 - most))) {
      delete(gone);
    }
    return aside;
  }

  /// The first entry of a chain: it names the end of the good part of the one that was set aside last. Read anew, so that a crash
  /// in between loses nothing.
  static AuditEvent beginning(Path home) throws IOException {
    List<Path> all = all(home);
    if (!all.isEmpty()
        && ChainVerifier.verify(all.getLast()) instanceof Verdict.Broken(_, _, _, var good)
        && good.isPresent()) {
      return new AuditEvent.ChainBegan(good.get().chain(), good.get().count(), good.get().hash());
    }
    return new AuditEvent.ChainBegan("", 0, "");
  }

  private static List<Path> all(Path home) throws IOException {
    try (var files = Files.list(home)) {
      return files
          .filter(each -> each.getFileName().toString().matches(NAME + "[0-9]{3,9}"))
          .sorted((a, b) -> Long.compare(number(a), number(b)))
          .toList();
    }
  }

  private static long number(Path aside) {
    return Long.parseLong(aside.getFileName().toString().substring(NAME.length()));
  }

  private static void delete(Path aside) throws IOException {
    try (var files = Files.list(aside)) {
      for (Path each : files.toList()) {
        Files.delete(each);
      }
    }
    Files.delete(aside);
  }
}
