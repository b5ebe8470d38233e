package org.jiujin.device.modbus;

import java.time.InstantSource;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.cabinet.Cabinet;
import org.jiujin.device.line.LinePort;

/// Opens cabinets on Modbus IO boards.
public final class ModbusCabinets {
  private static final int LAST_UNIT_ON_A_BUS = 247;
  private static final int LAST_UNIT_ON_TCP = 255;

  private ModbusCabinets() {}

  /// Opens a board that speaks RTU, on any line. The board need not be there yet.
  ///
  /// @throws org.jiujin.device.SettingException when a setting is wrong
  public static Cabinet rtu(
      DevicePort port, LinePort line, DriverSettings settings, InstantSource time) {
    var board = BoardSettings.of(settings, LAST_UNIT_ON_A_BUS);
    return started(new ModbusCabinet(port, line, new RtuFraming(board.unit()), board, time));
  }

  /// Opens a board that speaks Modbus TCP, on any line. The board need not be there yet.
  ///
  /// @throws org.jiujin.device.SettingException when a setting is wrong
  public static Cabinet tcp(
      DevicePort port, LinePort line, DriverSettings settings, InstantSource time) {
    var board = BoardSettings.of(settings, LAST_UNIT_ON_TCP);
    return started(new ModbusCabinet(port, line, new TcpFraming(board.unit()), board, time));
  }

  private static Cabinet started(ModbusCabinet cabinet) {
    cabinet.start();
    return cabinet;
  }
}
