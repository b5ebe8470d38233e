package org.jiujin.device.pcsc;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jiujin.device.iso7816.Apdu;
import org.jiujin.device.iso7816.ExchangeException;
import org.jiujin.device.iso7816.ExchangeException.Reason;
import org.jiujin.device.virtual.card.SlotMisbehaviour;
import org.jiujin.device.virtual.card.VirtualChipCard;
import org.jspecify.annotations.Nullable;

/// A PC/SC service within this program, for quick runs. Thread-safe.
final class FakeService implements ResourceManager {
  static final String READER = "Fake Reader 00 00";

  private final Duration slowness;
  private @Nullable VirtualChipCard card;
  private boolean up = true;
  private boolean plugged = true;
  private int starts;
  private int changes;
  private int commands;
  private int pullAfter = Integer.MAX_VALUE;
  private volatile SlotMisbehaviour misbehaviour = SlotMisbehaviour.NONE;

  /// With slow cards that take a third of a second for every answer.
  FakeService() {
    this(Duration.ofMillis(330));
  }

  /// @param slowness how long a slow card takes for an answer
  FakeService(Duration slowness) {
    this.slowness = slowness;
  }

  synchronized void insert(VirtualChipCard next) {
    next.reset();
    card = next;
    changes += 2;
    commands = 0;
    pullAfter = Integer.MAX_VALUE;
  }

  synchronized void pull() {
    card = null;
    changes++;
  }

  synchronized void pullAfter(int more) {
    pullAfter = commands + more;
  }

  synchronized int commands() {
    return commands;
  }

  void misbehave(SlotMisbehaviour how) {
    misbehaviour = how;
  }

  synchronized void plug(boolean in) {
    plugged = in;
  }

  synchronized void run(boolean up) {
    this.up = up;
    starts++;
  }

  @Override
  public synchronized Context establish() throws ExchangeException {
    if (!up) {
      throw new ExchangeException(Reason.SERVICE_DOWN, "stopped");
    }
    return new FakeContext(starts);
  }

  @Override
  public void abandon() {
    // no context is shared
  }

  private synchronized void check(int start) throws ExchangeException {
    if (!up || start != starts) {
      throw new ExchangeException(Reason.SERVICE_DOWN, "stopped");
    }
  }

  private final class FakeContext implements Context {
    private final int start;

    FakeContext(int start) {
      this.start = start;
    }

    @Override
    public List<String> readers() throws ExchangeException {
      synchronized (FakeService.this) {
        check(start);
        return plugged ? List.of("Another Reader", READER) : List.of("Another Reader");
      }
    }

    @Override
    public Slot look(String reader) throws ExchangeException {
      synchronized (FakeService.this) {
        check(start);
        if (!plugged) {
          throw new ExchangeException(Reason.READER_GONE, "unplugged");
        }
        return new Slot(card != null, changes);
      }
    }

    @Override
    public Connection connect(String reader) throws ExchangeException {
      synchronized (FakeService.this) {
        check(start);
        var present = card;
        if (present == null) {
          throw new ExchangeException(Reason.CARD_GONE, "pulled");
        }
        return new FakeConnection(start, present);
      }
    }

    @Override
    public void close() {
      // nothing is held
    }
  }

  private final class FakeConnection implements Connection {
    private final int start;
    private final VirtualChipCard connected;

    FakeConnection(int start, VirtualChipCard connected) {
      this.start = start;
      this.connected = connected;
    }

    @Override
    public byte[] transmit(Apdu command) throws ExchangeException {
      count();
      switch (misbehaviour) {
        case MUTE -> {
          while (misbehaviour == SlotMisbehaviour.MUTE) {
            LockSupport.parkNanos(5_000_000);
          }
          throw new ExchangeException(Reason.CARD_SILENT, "mute");
        }
        case SLOW -> pause();
        case ONE_BYTE -> {
          return new byte[] {(byte) 0x90};
        }
        case REFUSES -> {
          return new byte[] {0x6F, 0};
        }
        default -> {
          // as it should be
        }
      }
      synchronized (FakeService.this) {
        check(start);
        var answer = connected.answer(command.encoded());
        return misbehaviour == SlotMisbehaviour.CUT_SHORT && answer.length > 4
            ? java.util.Arrays.copyOf(answer, answer.length - 3)
            : answer;
      }
    }

    private void count() throws ExchangeException {
      synchronized (FakeService.this) {
        check(start);
        if (++commands > pullAfter) {
          pull();
        }
        if (!connected.equals(card)) {
          throw new ExchangeException(Reason.CARD_GONE, "pulled");
        }
      }
    }

    private void pause() {
      long end = System.nanoTime() + slowness.toNanos();
      while (System.nanoTime() < end) {
        LockSupport.parkNanos(5_000_000);
      }
    }

    @Override
    public void close() {
      connected.reset();
    }
  }
}
