package org.jiujin.device.command;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.chipcard.AgentCard;
import org.jiujin.device.chipcard.ChipCard;
import org.jiujin.device.chipcard.ChipCardOutcome;
import org.jiujin.device.chipcard.ChipCardReader;
import org.jiujin.device.chipcard.PaymentCard;
import org.jiujin.device.chipcard.SocialSecurityCard;
import org.jiujin.device.chipcard.SocialSecurityCard.Details;
import tools.jackson.databind.json.JsonMapper;

/// `read-card`: one chip card as JSON on one line, masked unless `--show` was given and confirmed.
///
/// The keys stay; new ones may come. `kind` is `social-security`, `payment` or `agent`.
///
/// | kind | keys |
/// |---|---|
/// | `social-security` | `region`, `version`, `generation`, `cardClass`, `cardNumber`, `institution`, `details`: `open`, `locked` or `withheld`; when open also `issued`, `expires`, `name`, `number`, `sex`, `nation`, `birth`, `birthRegion` |
/// | `payment` | `number` (always masked), `expires` |
/// | `agent` | `cardholderId`, `keyKind`, `certificateUntil` |
final class ReadCardCommand extends CardCommand<ChipCardReader> {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  ReadCardCommand() {
    super(DeviceDescription.Kind.CHIP_CARD_READER, ChipCardReader.class);
  }

  @Override
  public String name() {
    return "read-card";
  }

  @Override
  public String synopsis() {
    return "[--port pcsc:NAME] [--driver NAME] [--seconds N] [--show]";
  }

  @Override
  public String summary() {
    return "read a chip card; masked, unless --show is confirmed";
  }

  @Override
  String port(Words words) {
    return words.option("--port", "pcsc:");
  }

  @Override
  String usualDriver(String port) {
    return "chipcard-pcsc";
  }

  @Override
  String request() {
    return "Put the card into the reader.";
  }

  @Override
  int read(ChipCardReader reader, Duration patience, boolean show, Terminal terminal) {
    return said(reader.read(patience), show, terminal);
  }

  private static int said(ChipCardOutcome outcome, boolean show, Terminal terminal) {
    Optional<String> trouble =
        switch (outcome) {
          case ChipCardOutcome.Read(var card) -> {
            terminal.out().println(JSON.writeValueAsString(fields(card, show)));
            yield Optional.empty();
          }
          case ChipCardOutcome.NoCard _ ->
              Optional.of("no card was put in; put it in with the chip ahead and wait");
          case ChipCardOutcome.Unreadable(var fault) ->
              Optional.of("the card was not read: " + ReadIdCommand.words(fault));
          case ChipCardOutcome.Failed(var fault) ->
              Optional.of("the reader does not work: " + ReadIdCommand.words(fault));
          case ChipCardOutcome.Cancelled _ -> Optional.of("cancelled");
        };
    trouble.ifPresent(terminal::complain);
    return trouble.isEmpty() ? OK : FAILED;
  }

  private static Map<String, Object> fields(ChipCard card, boolean show) {
    var fields = new TreeMap<String, Object>();
    switch (card) {
      case SocialSecurityCard social -> socialSecurity(fields, social, show);
      case PaymentCard payment -> {
        fields.put("kind", "payment");
        fields.put("number", payment.maskedNumber());
        fields.put("expires", payment.expires().toString());
      }
      case AgentCard agent -> {
        fields.put("kind", "agent");
        fields.put("cardholderId", text(agent.cardholderId(), 0, show));
        fields.put("keyKind", StatusLine.word(agent.keyKind()));
        fields.put("certificateUntil", agent.certificate().getNotAfter().toInstant().toString());
      }
    }
    return fields;
  }

  private static void socialSecurity(
      Map<String, Object> fields, SocialSecurityCard card, boolean show) {
    fields.put("kind", "social-security");
    fields.put("region", card.region());
    fields.put("version", card.version());
    fields.put("generation", card.generation());
    fields.put("cardClass", card.cardClass());
    fields.put("cardNumber", text(card.cardNumber(), 1, show));
    fields.put("institution", card.institution());
    switch (card.details()) {
      case Details.Open open -> {
        fields.put("details", "open");
        open(fields, open, show);
      }
      case Details.Locked _ -> fields.put("details", "locked");
      case Details.Withheld _ -> fields.put("details", "withheld");
    }
  }

  private static void open(Map<String, Object> fields, Details.Open open, boolean show) {
    var holder = open.holder();
    fields.put("issued", day(open.issued()));
    fields.put("expires", day(open.expires()));
    fields.put("name", text(holder.name(), 1, show));
    fields.put("number", text(holder.number(), 0, show));
    fields.put("sex", text(StatusLine.word(holder.sex()), 0, show));
    fields.put("nation", text(holder.nation().name(), 0, show));
    fields.put("birth", text(day(holder.birth()), 0, show));
    fields.put("birthRegion", text(holder.birthRegion(), 0, show));
  }

  private static String text(String text, int keep, boolean show) {
    return show ? text : ReadIdCommand.mask(text, keep);
  }

  private static String day(LocalDate day) {
    return day.equals(SocialSecurityCard.NO_DAY) ? "" : day.toString();
  }
}
