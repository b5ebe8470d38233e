package org.jiujin.device.virtual;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import org.jiujin.device.Fault;
import org.jiujin.device.line.Line;
import org.jiujin.device.line.LinePort;
import org.jspecify.annotations.Nullable;

/// A port without a terminal: driver and virtual device in one program, for quick tests and for a terminal without
/// hardware.
///
/// Thread-safe.
public final class MemoryPort implements LinePort, Cable {
  private static final long TURN_NANOSECONDS = 2_000_000;

  private VirtualPort.@Nullable Peer peer;
  private boolean plugged;
  private int plugs;

  @Override
  public synchronized Opening open() {
    var device = peer;
    if (!plugged || device == null) {
      return new Opening.Missing(Fault.of(Fault.Code.NOT_CONNECTED));
    }
    return new Opening.Opened(new MemoryLine(device, plugs));
  }

  @Override
  public synchronized void plug() {
    plugged = true;
    plugs++;
  }

  @Override
  public synchronized void unplug() {
    plugged = false;
    if (peer != null) {
      peer.unplugged();
    }
  }

  @Override
  public synchronized boolean plugged() {
    return plugged;
  }

  @Override
  public void close() {
    unplug();
  }

  synchronized void connect(VirtualPort.Peer device) {
    peer = device;
  }

  /// Lost for good once the cable was pulled, even if it is in again.
  private synchronized boolean holds(int plug) {
    return plugged && plugs == plug;
  }

  private final class MemoryLine implements Line {
    private final VirtualPort.Peer device;
    private final int plug;
    private final Queue<byte[]> incoming = new ArrayDeque<>();
    private volatile boolean closed;

    MemoryLine(VirtualPort.Peer device, int plug) {
      this.device = device;
      this.plug = plug;
    }

    @Override
    public byte[] read(Duration limit) {
      long deadline = System.nanoTime() + limit.toNanos();
      while (!lost()) {
        device.exchange(new byte[0]).forEach(incoming::add);
        var next = incoming.poll();
        if (next != null) {
          return next;
        }
        if (System.nanoTime() >= deadline) {
          break;
        }
        LockSupport.parkNanos(TURN_NANOSECONDS);
      }
      return new byte[0];
    }

    @Override
    public boolean write(byte[] bytes) {
      if (lost()) {
        return false;
      }
      device.exchange(bytes.clone()).forEach(incoming::add);
      return true;
    }

    @Override
    public boolean lost() {
      return closed || !holds(plug);
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
