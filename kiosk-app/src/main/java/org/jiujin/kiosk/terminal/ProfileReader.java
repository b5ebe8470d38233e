package org.jiujin.kiosk.terminal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jiujin.config.ConfigDocument;
import org.jiujin.config.Finding;
import org.jiujin.config.LoadOutcome;
import org.jiujin.device.DeviceDescription.Kind;
import org.jiujin.device.profile.DeviceProfile;
import tools.jackson.databind.JsonNode;

/// Makes a [TerminalProfile] from a file that satisfies the schema, and checks what a schema cannot say.
final class ProfileReader {
  private static final double MM_PER_INCH = 25.4;

  /// How far the stated pixels per millimetre may be from what the panel's size gives.
  private static final double TOLERANCE = 0.02;

  /// Without these no matter can be finished.
  private static final List<Kind> NEEDED = List.of(Kind.IDENTITY_CARD_READER, Kind.RECEIPT_PRINTER);

  private ProfileReader() {}

  static LoadOutcome<TerminalProfile> read(ConfigDocument document, DeviceProfile devices) {
    TerminalProfile profile = profile(document.root(), devices);
    var findings = new ArrayList<Finding>();
    findings.addAll(identity(document, profile));
    findings.addAll(panel(document, profile.panel()));
    findings.addAll(devices(devices));
    findings.addAll(idle(document, profile.idle()));
    return LoadOutcome.of(profile, findings);
  }

  private static TerminalProfile profile(JsonNode root, DeviceProfile devices) {
    JsonNode place = root.path("place");
    JsonNode panel = root.path("panel");
    JsonNode idle = root.path("idleSeconds");
    return new TerminalProfile(
        text(root, "id"),
        text(root, "group"),
        new TerminalProfile.Place(
            text(place, "name"),
            place.path("demo").asBoolean(),
            text(place, "hotline"),
            text(place, "region")),
        new TerminalProfile.Panel(
            panel.path("diagonalInches").asDouble(),
            panel.path("widthPx").asInt(),
            panel.path("heightPx").asInt(),
            panel.path("pxPerMm").asDouble()),
        devices,
        new TerminalProfile.IdleLimits(
            seconds(idle, "notSignedIn"),
            seconds(idle, "signedIn"),
            seconds(idle, "device"),
            seconds(idle, "paper"),
            seconds(idle, "countdown")));
  }

  private static List<Finding> identity(ConfigDocument document, TerminalProfile profile) {
    String region = profile.place().region();
    var findings = new ArrayList<Finding>();
    if (!profile.id().startsWith("T" + region)) {
      findings.add(
          document.finding(
              "/id",
              "is "
                  + profile.id()
                  + "; write T"
                  + region
                  + " and three digits, as place.region says"));
    }
    if (!profile.group().equals("GS-" + region)) {
      findings.add(
          document.finding(
              "/group",
              "is " + profile.group() + "; write GS-" + region + ", as place.region says"));
    }
    return findings;
  }

  private static List<Finding> panel(ConfigDocument document, TerminalProfile.Panel panel) {
    double diagonalPx = Math.hypot(panel.widthPx(), panel.heightPx());
    double expected = diagonalPx / (MM_PER_INCH * panel.diagonalInches());
    return Math.abs(panel.pxPerMm() - expected) <= expected * TOLERANCE
        ? List.of()
        : List.of(
            document.finding(
                "/panel/pxPerMm",
                String.format(
                    Locale.ROOT,
                    "is %.2f; write %.2f, which the panel's size gives",
                    panel.pxPerMm(),
                    expected)));
  }

  private static List<Finding> devices(DeviceProfile devices) {
    return NEEDED.stream()
        .filter(kind -> devices.plan(kind).isEmpty())
        .map(kind -> devices.lacks("have no " + words(kind) + "; add one"))
        .toList();
  }

  private static String words(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static List<Finding> idle(ConfigDocument document, TerminalProfile.IdleLimits idle) {
    return idle.countdown().compareTo(idle.signedIn()) < 0
        ? List.of()
        : List.of(
            document.finding(
                "/idleSeconds/countdown",
                "is as long as signedIn; write less, it is a part of it"));
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }

  private static Duration seconds(JsonNode node, String name) {
    return Duration.ofSeconds(node.path(name).asInt());
  }
}
