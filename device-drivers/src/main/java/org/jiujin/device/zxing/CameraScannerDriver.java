package org.jiujin.device.zxing;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.jiujin.device.Device;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DeviceDriver;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.SettingException;
import org.jiujin.device.scanner.FrameSource;

/// `scanner-camera`: a camera before which a phone or a paper is held. The camera itself is opened by the driver for document
/// cameras, whose settings it takes as well.
public final class CameraScannerDriver implements DeviceDriver {
  private static final String CODES = "codes";
  private static final String CAMERA_DRIVER = "document-camera";

  @Override
  public String name() {
    return "scanner-camera";
  }

  @Override
  public DeviceDescription.Kind kind() {
    return DeviceDescription.Kind.CODE_SCANNER;
  }

  @Override
  public Set<String> settings() {
    var names = new HashSet<>(cameraDriver().settings());
    names.add(CODES);
    return names;
  }

  /// `codes: qr` is usual; `codes: bars` reads bar codes instead.
  @Override
  public Device open(DevicePort port, DriverSettings settings, InstantSource time) {
    var reader =
        settings.choice(
            CODES,
            Map.of(
                "qr", CodeReaders.qrBurst(CodeReaders.FRAME_LIMIT),
                "bars", CodeReaders.linearBurst()),
            CodeReaders.qrBurst(CodeReaders.FRAME_LIMIT));
    var ofCamera = new HashMap<>(settings.values());
    ofCamera.remove(CODES);
    var camera = cameraDriver().open(port, new DriverSettings(ofCamera), time);
    return CameraScanners.open(port, (FrameSource) camera, reader, time);
  }

  private static DeviceDriver cameraDriver() {
    return ServiceLoader.load(DeviceDriver.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(driver -> driver.name().equals(CAMERA_DRIVER))
        .findFirst()
        .orElseThrow(() -> new SettingException("port", "needs the driver " + CAMERA_DRIVER));
  }
}
