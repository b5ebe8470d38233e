package org.jiujin.device.escpos;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jiujin.device.Device;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DeviceDriver;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.SettingException;
import org.jiujin.device.line.LinePorts;
import org.jiujin.device.printer.PaperWidth;

/// `escpos`: receipt printers with ESC/POS on a serial port or on a socket.
///
/// | setting | values | usual |
/// |---|---|---|
/// | `baud` | 9600 to 921600; a socket has none | 115200 |
/// | `widthMm` | 58, 80 | 80 |
/// | `status` | `none`, `asb`, `realtime` | `realtime` |
/// | `repliesInOrder` | whether `GS r` is answered | true |
/// | `fourByteCharacters` | whether the printer has all of GB18030 | false |
/// | `font` | a TrueType file for characters that the printer lacks | none: they become 〓 |
/// | `paperTakenSensor` | whether `DLE EOT 20` tells of a strip in the exit | false |
/// | `rollMetres` | the length of a new roll, 5 to 1000; what is left of it is reckoned from that | 80, of 58 mm paper 30 |
public final class EscPosDriver implements DeviceDriver {
  private static final int USUAL_BAUD = 115_200;

  private static final Map<String, PaperWidth> WIDTHS =
      new TreeMap<>(Map.of("58", PaperWidth.MM_58, "80", PaperWidth.MM_80));

  private static final Map<String, EscPosProfile.Status> STATUS =
      new TreeMap<>(
          Map.of(
              "none", EscPosProfile.Status.NONE,
              "asb", EscPosProfile.Status.ASB,
              "realtime", EscPosProfile.Status.REALTIME));

  @Override
  public String name() {
    return "escpos";
  }

  @Override
  public DeviceDescription.Kind kind() {
    return DeviceDescription.Kind.RECEIPT_PRINTER;
  }

  @Override
  public Set<String> settings() {
    return Set.of(
        "baud",
        "widthMm",
        "status",
        "repliesInOrder",
        "fourByteCharacters",
        "font",
        "paperTakenSensor",
        "rollMetres");
  }

  @Override
  public Device open(DevicePort port, DriverSettings settings, InstantSource time) {
    int baud = settings.number("baud", USUAL_BAUD, 9_600, 921_600);
    return EscPosPrinters.open(
        port, LinePorts.at(port.address(), baud, EscPosRedactor::new), profile(settings), time);
  }

  @Override
  public List<Found> detect(List<String> places, Duration limit) {
    return EscPosSearch.on(places, limit);
  }

  static EscPosProfile profile(DriverSettings settings) {
    var status = settings.choice("status", STATUS, EscPosProfile.Status.REALTIME);
    boolean exitSensor = settings.flag("paperTakenSensor", false);
    if (exitSensor && status != EscPosProfile.Status.REALTIME) {
      throw new SettingException("paperTakenSensor", "is true; write status realtime with it");
    }
    var width = settings.choice("widthMm", WIDTHS, PaperWidth.MM_80);
    return new EscPosProfile(
        width,
        status,
        settings.flag("fourByteCharacters", false),
        settings.flag("repliesInOrder", true),
        exitSensor,
        fonts(settings.text("font", "")),
        settings.number("rollMetres", usualRoll(width), 5, 1_000));
  }

  private static int usualRoll(PaperWidth width) {
    return switch (width) {
      case MM_58 -> 30;
      case MM_80 -> EscPosProfile.USUAL_ROLL_METRES;
    };
  }

  private static List<Font> fonts(String file) {
    if (file.isEmpty()) {
      return List.of();
    }
    try {
      return List.of(Font.createFont(Font.TRUETYPE_FONT, new File(file)));
    } catch (IOException | FontFormatException unreadable) {
      throw new SettingException("font", "is " + file + "; write the path of a TrueType font");
    }
  }
}
