package org.jiujin.device.virtual.card;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Puts virtual cards into a slot of `vpcd`, the virtual reader of pcscd (devices reference, 4.4).
///
/// A card in the slot is a connection to the slot's port; it is made anew while the service is away, so that a card that is
/// in stays in over a restart. Thread-safe.
public final class VirtualCardSlot implements AutoCloseable {
  private static final Duration RETRY = Duration.ofMillis(50);
  private static final Duration SLOWNESS = Duration.ofMillis(330);
  private static final int CONNECT_MILLISECONDS = 1000;
  private static final int POWER_OFF = 0;
  private static final int POWER_ON = 1;
  private static final int RESET = 2;
  private static final int ANSWER_TO_RESET = 4;

  private final int port;
  private final Thread thread;
  private @Nullable VirtualChipCard card;
  private @Nullable Socket contacts;
  private volatile SlotMisbehaviour misbehaviour = SlotMisbehaviour.NONE;
  private volatile boolean closed;
  private int commands;
  private int pullAfter = Integer.MAX_VALUE;

  /// @param port of the slot on this machine
  public VirtualCardSlot(int port) {
    this.port = port;
    thread = Thread.ofVirtual().name("virtual-slot-" + port).start(this::run);
  }

  /// Puts a card in, in place of one that is in.
  public synchronized void insert(VirtualChipCard next) {
    pull();
    card = next;
    commands = 0;
    pullAfter = Integer.MAX_VALUE;
    LockSupport.unpark(thread);
  }

  /// Pulls the card.
  public synchronized void pull() {
    card = null;
    cut();
  }

  /// Pulls the card instead of answering the command after so many more.
  public synchronized void pullAfter(int moreCommands) {
    pullAfter = commands + moreCommands;
  }

  /// How many commands the card was sent since it was put in.
  public synchronized int commands() {
    return commands;
  }

  /// Lets something be wrong from now on; [SlotMisbehaviour#NONE] mends it.
  public void misbehave(SlotMisbehaviour how) {
    misbehaviour = how;
  }

  @Override
  public void close() {
    closed = true;
    pull();
    LockSupport.unpark(thread);
    try {
      thread.join(Duration.ofSeconds(2));
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!closed) {
      var inserted = card();
      inserted.ifPresent(this::serve);
      LockSupport.parkNanos(RETRY.toNanos());
    }
  }

  private synchronized Optional<VirtualChipCard> card() {
    return Optional.ofNullable(card);
  }

  private synchronized boolean touch(Socket socket, VirtualChipCard served) {
    if (!served.equals(card)) {
      return false;
    }
    contacts = socket;
    return true;
  }

  private synchronized void cut() {
    var open = contacts;
    contacts = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException gone) {
        // that is what was wanted
      }
    }
  }

  /// Answers until the card is pulled or the service ends.
  private void serve(VirtualChipCard served) {
    try (var socket = new Socket()) {
      socket.setTcpNoDelay(true);
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLISECONDS);
      if (!touch(socket, served)) {
        return;
      }
      var in = new DataInputStream(socket.getInputStream());
      var out = new DataOutputStream(socket.getOutputStream());
      while (card().filter(served::equals).isPresent()) {
        var message = in.readNBytes(in.readUnsignedShort());
        var answer = answer(served, message);
        if (answer.isPresent()) {
          out.write(framed(answer.get()));
          out.flush();
        }
      }
    } catch (IOException serviceAway) {
      served.reset(); // without power it forgets; the next turn tries again
    }
  }

  private Optional<byte[]> answer(VirtualChipCard served, byte[] message) {
    if (message.length != 1) {
      return message.length == 0 ? Optional.empty() : command(served, message);
    }
    switch (message[0]) {
      case POWER_OFF, POWER_ON, RESET -> served.reset();
      case ANSWER_TO_RESET -> {
        return Optional.of(served.answerToReset());
      }
      default -> {
        // vpcd says nothing else
      }
    }
    return Optional.empty();
  }

  private Optional<byte[]> command(VirtualChipCard served, byte[] message) {
    synchronized (this) {
      if (++commands > pullAfter) {
        pull();
        return Optional.empty();
      }
    }
    var how = misbehaviour;
    if (how == SlotMisbehaviour.SLOW) {
      pause(SLOWNESS);
    }
    return switch (how) {
      case NONE, SLOW -> Optional.of(served.answer(message));
      case MUTE -> Optional.empty();
      case REFUSES -> Optional.of(CardAnswer.of(0x6F00));
      case ONE_BYTE -> Optional.of(new byte[] {(byte) 0x90});
      case CUT_SHORT -> {
        var whole = served.answer(message);
        yield Optional.of(Arrays.copyOf(whole, whole.length > 4 ? whole.length - 3 : whole.length));
      }
    };
  }

  private static void pause(Duration length) {
    long end = System.nanoTime() + length.toNanos();
    for (long left = length.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /// Length and answer in one piece, so that no half of it waits for an acknowledgement.
  private static byte[] framed(byte[] answer) {
    var bytes = new byte[2 + answer.length];
    bytes[0] = (byte) (answer.length >> 8);
    bytes[1] = (byte) answer.length;
    System.arraycopy(answer, 0, bytes, 2, answer.length);
    return bytes;
  }
}
