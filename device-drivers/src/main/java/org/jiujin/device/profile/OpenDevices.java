package org.jiujin.device.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jiujin.device.Device;

/// Devices that were opened together; closed together.
public final class OpenDevices implements AutoCloseable {
  private final Map<String, Device> byId;

  OpenDevices(Map<String, Device> byId) {
    this.byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
  }

  /// All of them, by id, in the order of the profile.
  public Map<String, Device> byId() {
    return byId;
  }

  /// The first device that does what a contract says.
  public <T extends Device> Optional<T> first(Class<T> contract) {
    return byId.values().stream().filter(contract::isInstance).map(contract::cast).findFirst();
  }

  /// Closes each; waits at most two seconds for one.
  @Override
  public void close() {
    byId.values().forEach(Device::close);
  }
}
