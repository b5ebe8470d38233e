package org.jiujin.device.iso7816;

import java.time.LocalDate;
import java.util.Optional;
import org.jiujin.device.Fault;
import org.jiujin.device.chipcard.CardHolder;
import org.jiujin.device.chipcard.Insertion;
import org.jiujin.device.chipcard.SocialSecurityCard;
import org.jiujin.device.chipcard.SocialSecurityCard.Details;
import org.jiujin.device.idcard.IdentityCard.Sex;
import org.jiujin.device.idcard.chip.Nations;

/// The social-security application, DDF `sx1.sh.社会保障` (devices reference, 5.1).
public final class SsseCard {
  private final CardSession session;
  private final Insertion insertion;

  public SsseCard(CardSession session, Insertion insertion) {
    this.session = session;
    this.insertion = insertion;
  }

  /// Reads what the card says without keys; of generation 3 that is little, and a challenge.
  public CardReading read() throws ExchangeException {
    var proof = new SsseProof(session);
    if (!proof.select()) {
      return new CardReading.OtherKind();
    }
    try {
      var files = new SsseFiles(session);
      var code = required(files, SsseField.RECOGNITION_CODE);
      var version = required(files, SsseField.VERSION).text();
      var number = required(files, SsseField.CARD_NUMBER).text();
      if (version.isEmpty()) {
        throw new UnreadableException(Fault.of(Fault.Code.CARD_UNREADABLE, "no version"));
      }
      var cardClass = files.optional(SsseField.CARD_CLASS).map(SsseRecord::text).orElse("");
      var institution = files.optional(SsseField.INSTITUTION).map(SsseRecord::digits).orElse("");
      var details = version.startsWith("3") ? proof.challenge(code.value()) : details(files);
      return new CardReading.Read(
          new SocialSecurityCard(
              insertion, code.hex(), cardClass, version, institution, number, details));
    } catch (UnreadableException why) {
      return new CardReading.Unreadable(why.fault);
    }
  }

  /// Shows the card a security module's proof and reads the rest.
  public CardReading unlock(SocialSecurityCard card, byte[] proof) throws ExchangeException {
    var word = new SsseProof(session).show(proof);
    if (!word.ok()) {
      return new CardReading.Unreadable(Fault.of(Fault.Code.NOT_AUTHORISED, word.toString()));
    }
    try {
      return new CardReading.Read(
          new SocialSecurityCard(
              insertion,
              card.recognitionCode(),
              card.cardClass(),
              card.version(),
              card.institution(),
              card.cardNumber(),
              details(new SsseFiles(session))));
    } catch (UnreadableException why) {
      return new CardReading.Unreadable(why.fault);
    }
  }

  private static Details details(SsseFiles files) throws ExchangeException, UnreadableException {
    var issued = day(files, SsseField.ISSUED);
    var expires = day(files, SsseField.EXPIRES);
    return switch (files.read(SsseField.NUMBER)) {
      case SsseFiles.Lookup.Found(var number) ->
          new Details.Open(issued, expires, holder(files, number));
      case SsseFiles.Lookup.Refused(var word)
          when word.equals(StatusWord.SECURITY_NOT_SATISFIED)
              || word.equals(StatusWord.CONDITIONS_NOT_SATISFIED) ->
          new Details.Withheld();
      case SsseFiles.Lookup other -> throw new UnreadableException(fault(SsseField.NUMBER, other));
    };
  }

  private static CardHolder holder(SsseFiles files, SsseRecord number)
      throws ExchangeException, UnreadableException {
    var name = required(files, SsseField.NAME);
    var extension = extension(files);
    var holder =
        new CardHolder(
            number.text(),
            SsseRecord.name(name, extension),
            sex(files.optional(SsseField.SEX).map(SsseRecord::text).orElse("")),
            Nations.of(files.optional(SsseField.NATION).map(SsseRecord::hex).orElse("")),
            files.optional(SsseField.BIRTH_REGION).map(SsseRecord::digits).orElse(""),
            day(files, SsseField.BIRTH));
    number.wipe();
    name.wipe();
    extension.ifPresent(SsseRecord::wipe);
    return holder;
  }

  /// What was garbled is no reason to shorten somebody's name.
  private static Optional<SsseRecord> extension(SsseFiles files)
      throws ExchangeException, UnreadableException {
    return switch (files.read(SsseField.NAME_EXTENSION)) {
      case SsseFiles.Lookup.Found(var record) -> Optional.of(record);
      case SsseFiles.Lookup.Missing _, SsseFiles.Lookup.Refused _ -> Optional.empty();
      case SsseFiles.Lookup.Malformed garbled ->
          throw new UnreadableException(fault(SsseField.NAME_EXTENSION, garbled));
    };
  }

  private static LocalDate day(SsseFiles files, SsseField field) throws ExchangeException {
    return files.optional(field).map(SsseRecord::day).orElse(SocialSecurityCard.NO_DAY);
  }

  private static SsseRecord required(SsseFiles files, SsseField field)
      throws ExchangeException, UnreadableException {
    return switch (files.read(field)) {
      case SsseFiles.Lookup.Found(var record) -> record;
      case SsseFiles.Lookup other -> throw new UnreadableException(fault(field, other));
    };
  }

  private static Fault fault(SsseField field, SsseFiles.Lookup lookup) {
    var why =
        switch (lookup) {
          case SsseFiles.Lookup.Refused(var word) -> word.toString();
          default -> lookup.getClass().getSimpleName();
        };
    return Fault.of(Fault.Code.CARD_UNREADABLE, field + " " + why);
  }

  private static Sex sex(String code) {
    return switch (code) {
      case "1" -> Sex.MALE;
      case "2" -> Sex.FEMALE;
      case "9" -> Sex.UNSPECIFIED;
      default -> Sex.UNKNOWN;
    };
  }

  /// A field that the card must have was not to be read; never leaves this class.
  private static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    UnreadableException(Fault fault) {
      super(fault.detail(), null, false, false);
      this.fault = fault;
    }
  }
}
