package org.jiujin.device.command;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.Fault;
import org.jiujin.device.idcard.CardOutcome;
import org.jiujin.device.idcard.IdentityCard;
import org.jiujin.device.idcard.IdentityCardReader;
import org.jiujin.device.profile.Drivers;
import tools.jackson.databind.json.JsonMapper;

/// `read-id`: one identity card as JSON on one line, masked unless `--show` was given and confirmed.
final class ReadIdCommand implements Command {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration READY_IN = Duration.ofSeconds(15);

  @Override
  public String name() {
    return "read-id";
  }

  @Override
  public String synopsis() {
    return "--port PORT [--driver NAME] [--seconds N] [--show]";
  }

  @Override
  public String summary() {
    return "read an identity card; masked, unless --show is confirmed";
  }

  @Override
  public Set<String> flags() {
    return Set.of("--show");
  }

  @Override
  public Set<String> options() {
    return Set.of("--port", "--driver", "--seconds");
  }

  @Override
  public int run(Words words, Terminal terminal) {
    boolean show =
        words.has("--show")
            && terminal.confirm("This shows a person's data on the screen. Is that allowed here?");
    if (words.has("--show") && !show) {
      terminal.complain("not confirmed; nothing was read");
      return FAILED;
    }
    var patience = Duration.ofSeconds(words.number("--seconds", 30, 1, 600));
    try (var reader = reader(words)) {
      StatusWait.until(reader, System.nanoTime() + READY_IN.toNanos(), status -> status.usable());
      terminal.progress("Lay the card on the reader.");
      return said(reader.read(patience), show, terminal);
    }
  }

  private static IdentityCardReader reader(Words words) {
    var port = words.needed("--port");
    var name = words.option("--driver", port.startsWith("pcsc:") ? "idcard-pcsc" : "sam-serial");
    var driver =
        Drivers.found()
            .named(name)
            .filter(found -> found.kind() == DeviceDescription.Kind.IDENTITY_CARD_READER)
            .orElseThrow(() ->
                new UsageException("--driver is " + name + ", which reads no identity cards"));
    return (IdentityCardReader)
        driver.open(
            new DevicePort("idcard", port, false), DriverSettings.NONE, InstantSource.system());
  }

  private static int said(CardOutcome outcome, boolean show, Terminal terminal) {
    Optional<String> trouble =
        switch (outcome) {
          case CardOutcome.Read(var card) -> {
            terminal.out().println(JSON.writeValueAsString(show ? shown(card) : masked(card)));
            card.wipe();
            yield Optional.empty();
          }
          case CardOutcome.NoCard _ -> Optional.of("no card was laid; lay it flat and wait");
          case CardOutcome.Unreadable(var fault) ->
              Optional.of("the card was not read: " + words(fault));
          case CardOutcome.Failed(var fault) ->
              Optional.of("the reader does not work: " + words(fault));
          case CardOutcome.Cancelled _ -> Optional.of("cancelled");
        };
    trouble.ifPresent(terminal::complain);
    return trouble.isEmpty() ? OK : FAILED;
  }

  static String words(Fault fault) {
    return StatusLine.word(fault.code()) + ", mended by " + StatusLine.word(fault.mender());
  }

  /// Says what a technician needs to know, and nothing of the person.
  private static Map<String, Object> masked(IdentityCard card) {
    var fields = new TreeMap<String, Object>();
    fields.put("type", StatusLine.word(card.type()));
    fields.put("name", mask(card.displayName(), 1));
    fields.put("number", mask(card.number(), 0));
    fields.put("address", mask(card.address(), 0));
    fields.put("newestAddress", mask(card.newestAddress(), 0));
    fields.put("validTo", card.validity().longTerm() ? "长期" : card.validTo().toString());
    fields.put("photoBytes", card.photo().sizeBytes());
    fields.put("fingerprints", StatusLine.word(card.fingerprints()));
    return fields;
  }

  private static Map<String, Object> shown(IdentityCard card) {
    var fields = masked(card);
    fields.put("name", card.name());
    fields.put("latinName", card.latinName());
    fields.put("sex", StatusLine.word(card.sex()));
    fields.put("nation", card.nation().name());
    fields.put("nationality", card.nationality());
    fields.put("birth", card.birth().toString());
    fields.put("address", card.address());
    fields.put("newestAddress", card.newestAddress());
    fields.put("number", card.number());
    fields.put("passNumber", card.passNumber());
    fields.put("issuer", card.issuer());
    fields.put("validFrom", card.validFrom().toString());
    return fields;
  }

  static String mask(String text, int keep) {
    return text.isEmpty()
        ? ""
        : text.substring(0, Math.min(keep, text.length()))
            + "*".repeat(Math.max(1, text.length() - keep));
  }
}
