package org.jiujin.device.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jiujin.device.scanner.GreyFrame;
import org.jiujin.device.scanner.PictureFile;
import org.jiujin.device.scanner.ScannedCode;
import org.jiujin.device.zxing.CodeReaders;

/// `scan`: reads codes in picture files, one line each – file, symbology, text, milliseconds; `-` where none was found.
///
/// With `--burst` each folder holds the frames of one presentation, in the order of their names; the line then has the
/// number of the frame, from 0, before the milliseconds of all frames up to it. Tabs, line ends and backslashes in a text
/// are written `\t`, `\n`, `\r` and `\\`.
final class ScanCommand implements Command {
  private static final String BURST = "--burst";
  private static final String NOTHING = "-";

  @Override
  public String name() {
    return "scan";
  }

  @Override
  public String synopsis() {
    return "[--burst] FILE…";
  }

  @Override
  public String summary() {
    return "read codes in pictures; --burst: each FILE is a folder of frames";
  }

  @Override
  public Set<String> flags() {
    return Set.of(BURST);
  }

  @Override
  public int run(Words words, Terminal terminal) {
    boolean burst = words.has(BURST);
    var reader = CodeReaders.still();
    int code = OK;
    for (var name : words.atLeastOne(burst ? "folder" : "file")) {
      try {
        terminal.out().println(burst ? burst(Path.of(name)) : still(Path.of(name), reader));
      } catch (IOException unreadable) {
        terminal.complain(
            "%s cannot be read (%s); check the path, or convert it to PNG, JPEG, BMP or PGM"
                .formatted(name, reason(unreadable)));
        code = FAILED;
      }
    }
    return code;
  }

  private static String still(Path file, CodeReaders.Still reader) throws IOException {
    var frame = PictureFile.read(file);
    long start = System.nanoTime();
    var code = reader.read(frame);
    return line(file, code, milliseconds(System.nanoTime() - start));
  }

  private static String burst(Path folder) throws IOException {
    var reader = CodeReaders.qrBurst(CodeReaders.FRAME_LIMIT);
    var frames = frames(folder);
    long nanos = 0;
    for (int i = 0; i < frames.size(); i++) {
      GreyFrame frame = PictureFile.read(frames.get(i));
      long start = System.nanoTime();
      var code = reader.next(frame);
      nanos += System.nanoTime() - start;
      if (code.isPresent()) {
        return line(folder, code, String.valueOf(i), milliseconds(nanos));
      }
    }
    return line(folder, Optional.empty(), NOTHING, milliseconds(nanos));
  }

  private static List<Path> frames(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String line(Path file, Optional<ScannedCode> code, String... figures) {
    return "%s\t%s\t%s\t%s"
        .formatted(
            file,
            code.map(found -> found.symbology().name()).orElse(NOTHING),
            code.map(found -> escaped(found.text())).orElse(NOTHING),
            String.join("\t", figures));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private static String milliseconds(long nanos) {
    return String.format(Locale.ROOT, "%.1f", nanos / 1e6);
  }

  private static String reason(IOException unreadable) {
    return switch (unreadable) {
      case java.nio.file.NoSuchFileException _ -> "there is no such file";
      case java.nio.file.NotDirectoryException _ -> "it is not a folder";
      case java.nio.file.AccessDeniedException _ -> "access is denied";
      default -> Optional.ofNullable(unreadable.getMessage()).orElse("it is damaged");
    };
  }
}
