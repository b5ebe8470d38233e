package org.jiujin.device.line;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortDataListener;
import com.fazecast.jSerialComm.SerialPortEvent;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/// One opening of a serial port. Follows the rules of the devices reference, 2.2: lost on a disconnect event, on a write
/// of nothing, and on a negative read; `isOpen()` is never asked.
final class SerialLine implements Line {
  private static final int SLICE_MILLISECONDS = 100;
  private static final int BUFFER_BYTES = 4096;

  private final SerialPort port;
  private final AtomicBoolean closing = new AtomicBoolean();
  private volatile boolean lost;

  private SerialLine(SerialPort port) {
    this.port = port;
  }

  /// Sets the port to 8N1 without flow control. The port must be a new object, not yet open.
  static SerialLine on(SerialPort port, int baud) {
    port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
    port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, SLICE_MILLISECONDS, 0);
    return new SerialLine(port);
  }

  /// Opens the port; false when the system refuses.
  boolean open() {
    if (!port.openPort()) {
      return false;
    }
    port.addDataListener(new DisconnectListener());
    return true;
  }

  int errorCode() {
    return port.getLastErrorCode();
  }

  @Override
  public byte[] read(Duration limit) {
    var buffer = new byte[BUFFER_BYTES];
    long deadline = System.nanoTime() + limit.toNanos();
    do {
      if (lost || nothingThere(limit)) {
        return new byte[0];
      }
      int count = port.readBytes(buffer, buffer.length);
      if (count < 0) {
        lost = true;
      } else if (count > 0) {
        return Arrays.copyOf(buffer, count);
      }
    } while (System.nanoTime() < deadline);
    return new byte[0];
  }

  /// Keeps a look without waiting from costing a whole slice.
  private boolean nothingThere(Duration limit) {
    if (!limit.isZero()) {
      return false;
    }
    int available = port.bytesAvailable();
    if (available < 0) {
      lost = true;
    }
    return available <= 0;
  }

  @Override
  public boolean write(byte[] bytes) {
    int sent = 0;
    while (sent < bytes.length && !lost) {
      int count = port.writeBytes(bytes, bytes.length - sent, sent);
      if (count <= 0) {
        lost = true;
      }
      sent += count;
    }
    return !lost;
  }

  @Override
  public boolean lost() {
    return lost;
  }

  @Override
  public void close() {
    lost = true;
    if (closing.compareAndSet(false, true)) {
      port.removeDataListener();
      port.closePort();
    }
  }

  private final class DisconnectListener implements SerialPortDataListener {
    @Override
    public int getListeningEvents() {
      return SerialPort.LISTENING_EVENT_PORT_DISCONNECTED;
    }

    @Override
    public void serialEvent(SerialPortEvent event) {
      lost = true;
      // First of all, or the event repeats without end; but never beside close(): the library would
      // wait for this
      // thread there, while this thread waits here for the library's lock.
      if (closing.compareAndSet(false, true)) {
        event.getSerialPort().closePort();
      }
    }
  }
}
