package org.jiujin.device.command;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jiujin.device.Device;
import org.jiujin.device.Fault;
import org.jiujin.device.selftest.Level;
import org.jiujin.device.selftest.SelfTest;
import org.jiujin.device.selftest.SelfTestResult;

/// `test`: the self-test of one device – one line with id, level, result and fault.
final class TestCommand implements Command {
  private static final Duration READY_IN = Duration.ofSeconds(10);

  /// What a person at the device is asked to do.
  private static final Map<String, String> ASKED =
      Map.of(
          "selftest.lay-card", "Lay any identity card on the reader.",
          "selftest.insert-card", "Insert any chip card.",
          "selftest.show-code", "Hold any code before the scanner.",
          "selftest.lay-page", "Lay a page under the camera.",
          "selftest.look", "Look into the camera.");

  @Override
  public String name() {
    return "test";
  }

  @Override
  public String synopsis() {
    return "[--level internal|external|interactive] [--seconds N] DEVICE " + Profiles.SYNOPSIS;
  }

  @Override
  public String summary() {
    return "test a device, as checkHealth in JavaPOS";
  }

  @Override
  public Set<String> options() {
    var options = new HashSet<>(Profiles.OPTIONS);
    options.addAll(Set.of("--level", "--seconds"));
    return options;
  }

  @Override
  public int run(Words words, Terminal terminal) {
    var id = words.only("device");
    var level = level(words.option("--level", "internal"));
    var patience = Duration.ofSeconds(words.number("--seconds", 30, 1, 600));
    var opened =
        Profiles.load(words, terminal)
            .flatMap(profile -> Profiles.open(profile, Set.of(id), words, terminal));
    if (opened.isEmpty()) {
      return FAILED;
    }
    try (var devices = opened.get()) {
      var device = devices.byId().values().iterator().next();
      var result = test(device, level, patience, terminal);
      terminal.out().println(line(id, level, result));
      return result.passed() ? OK : FAILED;
    }
  }

  /// Waits until the device answers, then tests it.
  static SelfTestResult test(Device device, Level level, Duration patience, Terminal terminal) {
    StatusWait.until(device, System.nanoTime() + READY_IN.toNanos(), status -> status.usable());
    return SelfTest.run(
        device, level, patience, key -> terminal.progress(ASKED.getOrDefault(key, key)));
  }

  static String line(String id, Level level, SelfTestResult result) {
    return String.join("\t", id, StatusLine.word(level), words(result));
  }

  private static String words(SelfTestResult result) {
    return switch (result) {
      case SelfTestResult.Passed(var what) -> "passed\t" + what;
      case SelfTestResult.PassedWith(var fault) -> "passed\t" + words(fault);
      case SelfTestResult.Failed(var fault) -> "failed\t" + words(fault);
      case SelfTestResult.NobodyThere _ -> "failed\tnobody-there";
    };
  }

  private static String words(Fault fault) {
    return StatusLine.word(fault.code()) + "\t" + StatusLine.word(fault.mender());
  }

  private static Level level(String word) {
    return switch (word) {
      case "internal" -> Level.INTERNAL;
      case "external" -> Level.EXTERNAL;
      case "interactive" -> Level.INTERACTIVE;
      default ->
          throw new UsageException(
              "--level is " + word + "; write internal, external or interactive");
    };
  }
}
