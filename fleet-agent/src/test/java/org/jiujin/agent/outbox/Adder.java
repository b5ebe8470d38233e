package org.jiujin.agent.outbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.jiujin.fleet.record.RecordBody;
import org.jiujin.fleet.record.TerminalRecord;

/// A process that adds records until it is killed, and tells on its standard output which ones it was told are safe.
public final class Adder {
  private Adder() {}

  /// Adds records for ever.
  ///
  /// @param arguments the folder
  public static void main(String[] arguments) throws IOException {
    var outbox =
        RecordOutbox.open(
            new FolderDisk(Path.of(arguments[0])), 4000, InstantSource.system().instant());
    for (int i = 0; ; i++) {
      boolean onDisk =
          outbox.add(
              Instant.EPOCH.plusSeconds(i),
              new RecordBody.AuditHead("c", i, "%040x".formatted(i), 0));
      TerminalRecord added = outbox.waiting().getLast();
      System.out.write(
          (added.seq() + (onDisk ? "\n" : " in memory\n")).getBytes(StandardCharsets.UTF_8));
      System.out.flush();
      if (i % 50 == 49) {
        outbox.acknowledged(outbox.waiting().get(20).seq());
        System.out.write(
            ("up to " + outbox.waiting().getFirst().seq() + "\n").getBytes(StandardCharsets.UTF_8));
        System.out.flush();
      }
    }
  }
}
