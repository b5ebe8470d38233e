package org.jiujin.device.barcode;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.SettingException;

/// What a device set says about a serial scanner, beside its port. All commands are the maker's.
record ScannerSettings(CodeBytes bytes, CodeText text, Duration gap, Commands commands) {
  static final Set<String> NAMES =
      Set.of(
          "prefix", "suffix", "gap", "aim", "trigger-on", "trigger-off", "light-on", "light-off");

  private static final int USUAL_GAP_MILLISECONDS = 100;
  private static final int MOST_PREFIX_BYTES = 16;
  private static final int MOST_COMMAND_BYTES = 64;

  static ScannerSettings of(DriverSettings said) {
    return new ScannerSettings(
        new CodeBytes(
            hex(said, "prefix", MOST_PREFIX_BYTES),
            said.choice("suffix", Suffix.WORDS, Suffix.LINE)),
        new CodeText(said.flag("aim", false)),
        Duration.ofMillis(said.number("gap", USUAL_GAP_MILLISECONDS, 20, 2_000)),
        Commands.of(said));
  }

  private static byte[] hex(DriverSettings said, String name, int most) {
    var text = said.text(name, "").replace(" ", "");
    if (!text.matches("(?:[0-9A-Fa-f]{2}){0," + most + "}")) {
      throw new SettingException(
          name, "is " + text + "; write up to " + most + " bytes in hexadecimal, 02 for example");
    }
    return HexFormat.of().parseHex(text);
  }

  /// The pairs of commands, empty where the scanner has none.
  static final class Commands {
    final byte[] triggerOn;
    final byte[] triggerOff;
    final byte[] lightOn;
    final byte[] lightOff;

    private Commands(byte[] triggerOn, byte[] triggerOff, byte[] lightOn, byte[] lightOff) {
      this.triggerOn = triggerOn;
      this.triggerOff = triggerOff;
      this.lightOn = lightOn;
      this.lightOff = lightOff;
    }

    private static Commands of(DriverSettings said) {
      var commands =
          new Commands(
              hex(said, "trigger-on", MOST_COMMAND_BYTES),
              hex(said, "trigger-off", MOST_COMMAND_BYTES),
              hex(said, "light-on", MOST_COMMAND_BYTES),
              hex(said, "light-off", MOST_COMMAND_BYTES));
      paired("trigger-off", commands.triggerOn, commands.triggerOff);
      paired("light-off", commands.lightOn, commands.lightOff);
      return commands;
    }

    private static void paired(String name, byte[] on, byte[] off) {
      if (on.length == 0 != (off.length == 0)) {
        throw new SettingException(name, "goes with its other half; write both or none");
      }
    }
  }
}
