package org.jiujin.kiosk.audit;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/// `./kiosk audit verify FOLDER [--heads FILE]`: reads an exported journal and says whether it is whole.
public final class AuditCommand {
  static final int WHOLE = 0;
  static final int BROKEN = 1;
  static final int WRONG_USE = 2;

  private static final String USAGE =
      """
      ./kiosk audit verify FOLDER [--heads FILE]
        FOLDER  the files of a journal, the folder audit/current of a terminal's data for example
        FILE    the heads that the console keeps, from /api/terminals/NAME/audit-heads
      ends with 0 when the journal is whole, with 1 when it is not
      """;

  private final PrintStream out;

  AuditCommand(PrintStream out) {
    this.out = out;
  }

  /// Runs and ends the process.
  public static void main(String[] arguments) {
    try (var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
      System.exit(new AuditCommand(out).run(List.of(arguments)));
    }
  }

  /// Carries the command out.
  ///
  /// @return the exit status
  int run(List<String> words) {
    boolean plain = words.size() == 2;
    boolean withHeads = words.size() == 4 && words.get(2).equals("--heads");
    if (!(plain || withHeads) || !words.getFirst().equals("verify")) {
      out.print(USAGE);
      return WRONG_USE;
    }
    try {
      Path folder = Path.of(words.get(1));
      if (!Files.isDirectory(folder)) {
        out.println("There is no folder " + folder);
        return WRONG_USE;
      }
      return verify(folder, withHeads ? heads(Path.of(words.get(3))) : List.of());
    } catch (IOException e) {
      out.println("The files cannot be read: " + e);
      return WRONG_USE;
    } catch (IllegalArgumentException | DateTimeParseException e) {
      out.println("These are not heads: " + e.getMessage());
      return WRONG_USE;
    }
  }

  private int verify(Path folder, List<ChainHead> heads) throws IOException {
    return switch (ChainVerifier.verify(folder, heads)) {
      case Verdict.Sound(var first, var head, var torn) -> {
        if (head.isEmpty()) {
          out.println("There is no entry.");
          yield BROKEN;
        }
        ChainHead end = head.get();
        long matched =
            heads.stream()
                .filter(one -> one.chain().equals(end.chain()) && one.count() >= first)
                .count();
        out.println(
            "Whole: entries %d to %d of chain %s".formatted(first, end.count(), end.chain()));
        out.println("Last:  %s at %s".formatted(end.hash(), end.at()));
        out.println(
            "Heads: %d of %d fit, the others are not of these entries"
                .formatted(matched, heads.size()));
        if (torn > 0) {
          out.println(
              "After the last entry stand %d bytes of one that was not whole.".formatted(torn));
        }
        yield WHOLE;
      }
      case Verdict.Broken(var file, var line, var why, var good) -> {
        out.println("Broken in %s%s: %s".formatted(file, line > 0 ? " line " + line : "", why));
        out.println(
            good.map(head -> "Good up to entry %d, %s".formatted(head.count(), head.hash()))
                .orElse("Nothing before it is good."));
        yield BROKEN;
      }
    };
  }

  /// Lines of chain, count, hash and time.
  private static List<ChainHead> heads(Path file) throws IOException {
    var heads = new ArrayList<ChainHead>();
    for (String line : Files.readAllLines(file)) {
      String[] words = line.strip().split(" +", -1);
      if (words.length != 4) {
        throw new IllegalArgumentException("a line has a chain, a count, a hash and a time");
      }
      heads.add(
          new ChainHead(words[0], Long.parseLong(words[1]), words[2], Instant.parse(words[3])));
    }
    return heads;
  }
}
