package org.jiujin.device.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jiujin.device.camera.Corner;
import org.jiujin.device.camera.PagePicture;
import org.jiujin.device.camera.PageReading;
import org.jiujin.device.camera.Verdict;
import org.jiujin.device.opencv.OpenCvCameras;

/// `page`: finds and straightens the page in each picture.
///
/// One line a file, fields separated by tabs, `-` where there is nothing to say:
///
/// 1. the file as named;
/// 2. the corners, clockwise from the top left, `x,y` in pixels with one decimal, separated by blanks;
/// 3. the verdicts, separated by commas, `OK` when nothing is wrong;
/// 4. the straightened picture, written beside the input as `NAME.page.png`.
final class PageCommand implements Command {
  private static final String NOTHING = "-";

  @Override
  public String name() {
    return "page";
  }

  @Override
  public String synopsis() {
    return "FILE…";
  }

  @Override
  public String summary() {
    return "find the page in pictures, judge it, write it straightened beside them";
  }

  @Override
  public int run(Words words, Terminal terminal) {
    int code = OK;
    for (var name : words.atLeastOne("picture")) {
      code = Math.max(code, page(name, terminal));
    }
    return code;
  }

  private static int page(String name, Terminal terminal) {
    try {
      return page(name, Files.readAllBytes(Path.of(name)), terminal);
    } catch (NoSuchFileException missing) {
      terminal.complain(name + " is not there; name a JPEG or PNG file");
    } catch (IOException unreadable) {
      terminal.complain(
          "%s cannot be read or its page not written (%s); check the permissions of its folder"
              .formatted(name, unreadable.getClass().getSimpleName()));
    }
    return FAILED;
  }

  private static int page(String name, byte[] file, Terminal terminal) throws IOException {
    return switch (OpenCvCameras.readPage(file)) {
      case PageReading.Found(var picture, var verdicts) -> {
        var written = write(name, picture);
        line(terminal, name, corners(picture.corners()), words(verdicts), written);
        picture.wipe();
        yield OK;
      }
      case PageReading.NoPage(var verdicts) -> {
        line(terminal, name, NOTHING, words(verdicts), NOTHING);
        yield OK;
      }
      case PageReading.NoPicture _ -> {
        terminal.complain(
            name + " is no picture that can be read; give a JPEG or PNG of at most 24 megapixels");
        yield FAILED;
      }
      case PageReading.Refused(var fault) -> {
        terminal.complain(
            "pictures cannot be read here (%s %s); install the OpenCV natives for this machine"
                .formatted(fault.code(), fault.detail()));
        yield FAILED;
      }
    };
  }

  private static String write(String name, PagePicture picture) throws IOException {
    var beside = Path.of(name.replaceFirst("\\.[^./\\\\]+$", "") + ".page.png");
    var png = OpenCvCameras.png(picture.page());
    if (png.isEmpty()) {
      return NOTHING;
    }
    Files.write(beside, png.get());
    return beside.toString();
  }

  private static String corners(List<Corner> corners) {
    return corners.stream()
        .map(corner -> String.format(Locale.ROOT, "%.1f,%.1f", corner.x(), corner.y()))
        .collect(Collectors.joining(" "));
  }

  private static String words(List<Verdict> verdicts) {
    return verdicts.isEmpty()
        ? "OK"
        : verdicts.stream().map(verdict -> verdict.flaw().name()).collect(Collectors.joining(","));
  }

  private static void line(Terminal terminal, String... fields) {
    terminal.out().println(String.join("\t", fields));
  }
}
