package org.jiujin.kiosk.application;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jiujin.kiosk.platform.ProvincialPlatform;

/// A terminal's process, to be killed by [KillTest]. Says on standard output how far it is, then waits for the end.
final class OutboxChild {
  private OutboxChild() {}

  /// Does one thing in the folder given.
  ///
  /// @param args folder, what to do, and what that needs
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    try (var outbox = Applications.outbox(folder)) {
      switch (args[1]) {
        case "store" -> say("STORED " + store(outbox));
        case "store-many" -> {
          int count = Integer.parseInt(args[2]);
          for (int i = 0; i < count; i++) {
            say("STORED " + store(outbox));
          }
        }
        case "store-forever" -> {
          while (true) {
            say("STORED " + store(outbox));
          }
        }
        case "file" -> file(outbox, URI.create(args[2]));
        default -> throw new IllegalArgumentException(args[1]);
      }
    }
  }

  private static String store(ApplicationOutbox outbox) {
    var number = Applications.next(outbox);
    Applications.done(outbox.store(Applications.application(number)));
    return number.value();
  }

  private static void file(ApplicationOutbox outbox, URI address) throws IOException {
    try (var platform = ProvincialPlatform.at(address);
        var sender = OutboxSender.start(outbox, platform, InstantSource.system())) {
      var filing = new Filing(outbox, platform, sender, Applications.TERMINAL);
      var number = Applications.done(filing.nextLocalNumber());
      say("FILING " + number);
      var outcome = filing.file(Applications.application(number));
      say("FILED " + outcome.getClass().getSimpleName());
      int _ = System.in.read(); // lives until it is killed
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
