package org.jiujin.device.line;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jiujin.device.Fault;

/// A serial port by its path; a link is followed anew at each opening, because it points elsewhere after a replug.
///
/// @param baud bits per second; 8N1 without flow control
public record SerialLinePort(Path path, int baud) implements LinePort {
  @Override
  public Opening open() {
    if (!Files.exists(path)) {
      return new Opening.Missing(Fault.of(Fault.Code.NOT_CONNECTED));
    }
    try {
      var line = SerialLine.on(SerialPort.getCommPort(path.toString()), baud);
      if (line.open()) {
        return new Opening.Opened(line);
      }
      return new Opening.Missing(refusal(line.errorCode()));
    } catch (SerialPortInvalidPortException gone) { // pulled between the look and the opening
      return new Opening.Missing(Fault.of(Fault.Code.NOT_CONNECTED));
    }
  }

  private Fault refusal(int errorCode) {
    // A port whose device has just gone cannot be told from a forbidden one by the code alone.
    return Files.exists(path)
        ? Fault.of(Fault.Code.PORT_REFUSED, "code " + errorCode)
        : Fault.of(Fault.Code.NOT_CONNECTED);
  }
}
