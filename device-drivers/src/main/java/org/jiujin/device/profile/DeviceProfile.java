package org.jiujin.device.profile;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiujin.config.ConfigDocument;
import org.jiujin.config.ConfigReader;
import org.jiujin.config.Finding;
import org.jiujin.config.LoadOutcome;
import org.jiujin.device.Device;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DeviceDriver;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.SettingException;
import tools.jackson.databind.JsonNode;

/// The devices of one model of terminal, as a file of `config/devices/` says.
public final class DeviceProfile {
  static final String SCHEMA = "config/devices/devices.schema.json";

  private final ConfigDocument document;
  private final Drivers drivers;
  private final String model;
  private final List<DevicePlan> plans;

  private DeviceProfile(ConfigDocument document, Drivers drivers, List<DevicePlan> plans) {
    this.document = document;
    this.drivers = drivers;
    this.model = document.root().path("model").asString("");
    this.plans = List.copyOf(plans);
  }

  /// Reads a profile and checks that there is a driver for each device, with the settings that it knows.
  ///
  /// @param home the folder that holds `config/`
  /// @param file below the home folder: `config/devices/demo.yaml`
  public static LoadOutcome<DeviceProfile> load(Path home, String file, Drivers drivers) {
    return new ConfigReader(home)
        .read(file, SCHEMA)
        .then(document -> {
          var plans = document.root().path("devices").values().stream();
          var profile =
              new DeviceProfile(document, drivers, plans.map(DeviceProfile::plan).toList());
          return LoadOutcome.of(profile, profile.findings());
        });
  }

  /// The model of terminal, for people.
  public String model() {
    return model;
  }

  /// The devices in the order of the file.
  public List<DevicePlan> plans() {
    return plans;
  }

  /// The plan of the only device of a class.
  public Optional<DevicePlan> plan(DeviceDescription.Kind kind) {
    return plans.stream().filter(plan -> driver(plan).kind() == kind).findFirst();
  }

  /// What is wrong with the choice of devices, at the place where they stand.
  public Finding lacks(String problem) {
    return document.finding("/devices", problem);
  }

  /// The same profile, with what passes on one device's line written to a file.
  ///
  /// @param file as seen from the working folder
  public DeviceProfile recording(String id, String file) {
    return new DeviceProfile(
        document,
        drivers,
        plans.stream().map(plan -> plan.id().equals(id) ? plan.recordedTo(file) : plan).toList());
  }

  /// Opens all devices; none of them need be there yet. When one is refused, those opened before are closed again.
  ///
  /// @param folder holds the links that names of ports mean
  public LoadOutcome<OpenDevices> open(Path folder, InstantSource time) {
    return open(folder, time, Set.of());
  }

  /// Opens some devices.
  ///
  /// @param ids which; all when empty
  public LoadOutcome<OpenDevices> open(Path folder, InstantSource time, Set<String> ids) {
    var opened = new LinkedHashMap<String, Device>();
    var findings = new ArrayList<Finding>();
    for (int i = 0; i < plans.size(); i++) {
      var plan = plans.get(i);
      if (ids.isEmpty() || ids.contains(plan.id())) {
        try {
          opened.put(plan.id(), driver(plan).open(plan.port(folder), plan.settings(), time));
        } catch (SettingException wrong) {
          findings.add(document.finding(pointer(i, wrong.setting()), wrong.problem()));
        }
      }
    }
    var devices = new OpenDevices(opened);
    if (!findings.isEmpty()) {
      devices.close();
    }
    return LoadOutcome.of(devices, findings);
  }

  private List<Finding> findings() {
    var findings = new ArrayList<Finding>();
    var ids = new HashSet<String>();
    for (int i = 0; i < plans.size(); i++) {
      var plan = plans.get(i);
      if (!ids.add(plan.id())) {
        findings.add(
            document.finding("/devices/" + i + "/id", "stands there twice; write each id once"));
      }
      var driver = drivers.named(plan.driver());
      if (driver.isEmpty()) {
        findings.add(
            document.finding(
                "/devices/" + i + "/driver",
                "is \"%s\"; write one of %s".formatted(plan.driver(), drivers.names())));
      } else {
        findings.addAll(settings(i, plan, driver.get()));
      }
    }
    return findings;
  }

  private List<Finding> settings(int index, DevicePlan plan, DeviceDriver driver) {
    return plan.settings().values().keySet().stream()
        .filter(name -> !driver.settings().contains(name))
        .sorted()
        .map(name ->
            document.finding(
                pointer(index, name),
                "is not known to %s; remove it, or write one of %s"
                    .formatted(
                        driver.name(),
                        String.join(", ", driver.settings().stream().sorted().toList()))))
        .toList();
  }

  private DeviceDriver driver(DevicePlan plan) {
    return drivers.named(plan.driver()).orElseThrow();
  }

  private static String pointer(int index, String setting) {
    return "/devices/" + index + (setting.equals("port") ? "/port" : "/settings/" + setting);
  }

  private static DevicePlan plan(JsonNode node) {
    var settings = new LinkedHashMap<String, String>();
    node.path("settings")
        .properties()
        .forEach(setting -> settings.put(setting.getKey(), setting.getValue().asString()));
    return new DevicePlan(
        node.path("id").asString(""),
        node.path("driver").asString(""),
        node.path("port").asString(""),
        node.path("simulated").asBoolean(false),
        new DriverSettings(settings));
  }
}
