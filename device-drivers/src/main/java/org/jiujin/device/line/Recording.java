package org.jiujin.device.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jiujin.device.SettingException;

/// What was written down about a line.
///
/// @param moments in order
record Recording(List<Moment> moments) {
  Recording {
    moments = List.copyOf(moments);
  }

  /// Reads a recording. Blank lines and lines that begin with `#` are left out, so that a person can write notes into it.
  ///
  /// @throws SettingException when there is none; its message names the line
  static Recording read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new SettingException(
          "port", "names " + file + ", which cannot be read; write the file of a recording");
    }
    if (lines.isEmpty() || !lines.getFirst().equals(RecordedLinePort.HEADING)) {
      throw new SettingException(
          "port", "names " + file + ", which does not begin with " + RecordedLinePort.HEADING);
    }
    var moments = new ArrayList<Moment>();
    for (int i = 1; i < lines.size(); i++) {
      var line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        int number = i + 1;
        moments.add(
            Moment.parse(line)
                .orElseThrow(() ->
                    new SettingException(
                        "port",
                        "names "
                            + file
                            + ": line "
                            + number
                            + " is no moment; write milliseconds, what happened, and bytes in hexadecimal")));
      }
    }
    return new Recording(moments);
  }
}
