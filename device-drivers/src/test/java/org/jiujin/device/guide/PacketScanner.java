package org.jiujin.device.guide;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jiujin.device.Device;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DeviceDescription.Capability;
import org.jiujin.device.DeviceDescription.Kind;
import org.jiujin.device.DeviceDriver;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.Fault;
import org.jiujin.device.line.Line;
import org.jiujin.device.line.LineDevice;
import org.jiujin.device.line.LinePort;
import org.jiujin.device.line.LinePorts;
import org.jiujin.device.line.Link;
import org.jiujin.device.line.Redactor;
import org.jiujin.device.scanner.CodeOutlet;
import org.jiujin.device.scanner.CodeScanner;
import org.jiujin.device.scanner.ScanOutcome;
import org.jiujin.device.scanner.ScannedCode;
import org.jiujin.device.scanner.Symbology;

/// An invented vendor's scanner that is asked for each code.
public final class PacketScanner extends LineDevice implements CodeScanner {
  private static final byte[] ARE_YOU_THERE = {0x05};
  private static final byte[] READ = {'R'};
  private static final int YES = 0x06;
  private static final int NO_CODE = 0x15;
  private static final int BEGIN = 0x02;

  private static final Duration ASK_EVERY = Duration.ofMillis(50);
  private static final Duration ANSWER_LIMIT = Duration.ofMillis(500);
  private static final Duration ASK_LIMIT = Duration.ofSeconds(10);

  private final CodeOutlet outlet;

  PacketScanner(DevicePort port, LinePort line, InstantSource time) {
    super(port, line, time);
    outlet = new CodeOutlet(port.id(), lease());
  }

  void start() {
    subscribe(outlet::heed);
    lookEvery(ASK_EVERY, ASK_LIMIT);
  }

  @Override
  protected void look(Link used, Link.State.Up up) {
    var line = up.line();
    line.write(outlet.wanted() ? READ : ARE_YOU_THERE);
    var answer = whole(line);
    if (answer.length == 0) {
      report(used, line, Fault.of(Fault.Code.NO_ANSWER), true);
    } else if (answer[0] == YES || answer[0] == NO_CODE) {
      works(used);
    } else {
      codeIn(answer)
          .ifPresentOrElse(
              code -> {
                works(used);
                outlet.offer(new ScannedCode(Symbology.QR_CODE, code));
              },
              () -> report(used, line, Fault.of(Fault.Code.GARBLED_ANSWER), true));
    }
  }

  /// A serial port hands over what has come, a byte at a time if it likes: a packet is whole when it has its length.
  private static byte[] whole(Line line) {
    var bytes = new ByteArrayOutputStream();
    long deadline = System.nanoTime() + ANSWER_LIMIT.toNanos();
    do {
      bytes.writeBytes(line.read(Duration.ofNanos(Math.max(1, deadline - System.nanoTime()))));
    } while (!whole(bytes.toByteArray()) && !line.lost() && System.nanoTime() < deadline);
    return bytes.toByteArray();
  }

  private static boolean whole(byte[] answer) {
    boolean packet = answer.length > 0 && answer[0] == BEGIN;
    return packet
        ? answer.length > 1 && answer.length >= 3 + (answer[1] & 0xFF)
        : answer.length > 0;
  }

  private void works(Link used) {
    used.proven();
    heard();
    ready();
  }

  /// The text of a packet: 02, its length, the text, the XOR of the text.
  private static Optional<String> codeIn(byte[] packet) {
    if (packet.length < 3 || packet[0] != BEGIN || packet.length != 3 + (packet[1] & 0xFF)) {
      return Optional.empty();
    }
    byte sum = 0;
    for (int i = 2; i < packet.length; i++) {
      sum ^= packet[i];
    }
    var text = Arrays.copyOfRange(packet, 2, packet.length - 1);
    return sum == 0 ? Optional.of(new String(text, StandardCharsets.UTF_8)) : Optional.empty();
  }

  @Override
  public ScanOutcome scan(Duration patience) {
    return outlet.scan(patience, Optional::empty);
  }

  @Override
  public void cancel() {
    outlet.cancel();
  }

  @Override
  public Optional<Subscription> listen(Consumer<ScannedCode> listener) {
    return outlet.listen(listener, Optional::empty);
  }

  @Override
  protected void leaseEnded() {
    outlet.endAll();
  }

  @Override
  public DeviceDescription description() {
    return new DeviceDescription(
        port().id(),
        Kind.CODE_SCANNER,
        "packet scanner",
        port().simulated(),
        Set.of(Capability.LIVE_STATUS));
  }

  /// `scanner-packet`, as profiles call it.
  public static final class Driver implements DeviceDriver {
    @Override
    public String name() {
      return "scanner-packet";
    }

    @Override
    public Kind kind() {
      return Kind.CODE_SCANNER;
    }

    @Override
    public Set<String> settings() {
      return Set.of("baud");
    }

    @Override
    public Device open(DevicePort port, DriverSettings settings, InstantSource time) {
      int baud = settings.number("baud", 9_600, 1_200, 115_200);
      var line = LinePorts.at(port.address(), baud, Redactor::hidingAnswers);
      var scanner = new PacketScanner(port, line, time);
      scanner.start();
      return scanner;
    }
  }
}
