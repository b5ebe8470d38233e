package org.jiujin.device.sam;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jiujin.device.Device;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DeviceDriver;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.line.Places;

/// `sam-serial`: identity-card readers with the SAM protocol on a serial port or behind a serial server.
public final class SamDriver implements DeviceDriver {
  @Override
  public String name() {
    return "sam-serial";
  }

  @Override
  public DeviceDescription.Kind kind() {
    return DeviceDescription.Kind.IDENTITY_CARD_READER;
  }

  @Override
  public Set<String> settings() {
    return Set.of("baud", "fingerprints");
  }

  /// Without `baud` the speed is found, and raised to 115200. `fingerprints: true` asks each card whether it carries any.
  @Override
  public Device open(DevicePort port, DriverSettings settings, InstantSource time) {
    boolean fingerprints = settings.flag("fingerprints", false);
    var line = SamReaders.line(port, settings.number("baud", SamSpeed.FASTEST, 9_600, 115_200));
    boolean known = settings.values().containsKey("baud") || !serial(port);
    var speed = known ? SamSpeed.fixed(line) : SamSpeed.sought(baud -> SamReaders.line(port, baud));
    return SamReaders.open(port, speed, fingerprints, time);
  }

  /// A socket has no speed, and a recording begins with its first opening.
  private static boolean serial(DevicePort port) {
    return !port.address().matches("[a-z]+:.*");
  }

  @Override
  public List<Found> detect(List<String> places, Duration limit) {
    return SamSearch.on(Places.lines(places), limit);
  }
}
