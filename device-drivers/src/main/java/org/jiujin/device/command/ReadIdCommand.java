package org.jiujin.device.command;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.Fault;
import org.jiujin.device.idcard.CardOutcome;
import org.jiujin.device.idcard.IdentityCard;
import org.jiujin.device.idcard.IdentityCardReader;
import tools.jackson.databind.json.JsonMapper;

/// `read-id`: one identity card as JSON on one line, masked unless `--show` was given and confirmed.
final class ReadIdCommand extends CardCommand<IdentityCardReader> {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  ReadIdCommand() {
    super(DeviceDescription.Kind.IDENTITY_CARD_READER, IdentityCardReader.class);
  }

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
  String port(Words words) {
    return words.needed("--port");
  }

  @Override
  String usualDriver(String port) {
    return port.startsWith("pcsc:") ? "idcard-pcsc" : "sam-serial";
  }

  @Override
  String request() {
    return "Lay the card on the reader.";
  }

  @Override
  int read(IdentityCardReader reader, Duration patience, boolean show, Terminal terminal) {
    return said(reader.read(patience), show, terminal);
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
