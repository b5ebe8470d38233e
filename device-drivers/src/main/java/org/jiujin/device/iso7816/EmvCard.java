package org.jiujin.device.iso7816;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jiujin.device.Fault;
import org.jiujin.device.chipcard.Insertion;

/// A bank card by PBOC 3.0 and EMV 4.3, as far as its number (devices reference, 5.2).
public final class EmvCard {
  private static final byte[] CONTACT_DIRECTORY = ascii("1PAY.SYS.DDF01");
  private static final byte[] CONTACTLESS_DIRECTORY = ascii("2PAY.SYS.DDF01");
  private static final List<byte[]> UNION_PAY =
      List.of(hex("A000000333010101"), hex("A000000333010102"), hex("A000000333010103"));
  private static final int SELECT = 0xA4;
  private static final int READ_RECORD = 0xB2;
  private static final int GET_PROCESSING_OPTIONS = 0xA8;
  private static final int MOST_RECORDS = 32;
  private static final int MOST_APPLICATIONS = 8;

  private final CardSession session;
  private final Insertion insertion;

  public EmvCard(CardSession session, Insertion insertion) {
    this.session = session;
    this.insertion = insertion;
  }

  /// Reads number and expiry of the first application that has them.
  public CardReading read() throws ExchangeException {
    var fault = Optional.<Fault>empty();
    for (var name : applications()) {
      var selected = select(name);
      if (!selected.word().ok()) {
        continue;
      }
      var number = new PaymentNumber();
      readInto(number, selected.data());
      var card = number.card(insertion);
      number.wipe();
      if (card.isPresent()) {
        return new CardReading.Read(card.get());
      }
      fault = Optional.of(Fault.of(Fault.Code.CARD_UNREADABLE, "no card number"));
    }
    return fault
        .<CardReading>map(CardReading.Unreadable::new)
        .orElseGet(CardReading.OtherKind::new);
  }

  /// What the card's directory lists; without one, what UnionPay cards are known to have.
  private List<byte[]> applications() throws ExchangeException {
    var found = new ArrayList<byte[]>();
    var contact = select(CONTACT_DIRECTORY);
    if (contact.word().ok()) {
      var file = Tlv.find(contact.data(), 0x6F, 0xA5, 0x88).filter(value -> value.length == 1);
      if (file.isPresent()) {
        addListed(found, file.get()[0] & 0x1F);
      }
    } else {
      var contactless = select(CONTACTLESS_DIRECTORY);
      if (contactless.word().ok()) {
        Tlv.find(contactless.data(), 0x6F, 0xA5, 0xBF0C)
            .ifPresent(entries -> addNames(found, entries));
      }
    }
    return found.isEmpty()
        ? UNION_PAY
        : found.subList(0, Math.min(found.size(), MOST_APPLICATIONS));
  }

  private void addListed(List<byte[]> found, int file) throws ExchangeException {
    for (int record = 1; record <= MOST_APPLICATIONS; record++) {
      var reply = readRecord(record, file);
      if (!reply.word().ok()) {
        return;
      }
      Tlv.find(reply.data(), 0x70).ifPresent(entries -> addNames(found, entries));
    }
  }

  private static void addNames(List<byte[]> found, byte[] entries) {
    Tlv.parse(entries).orElse(List.of()).stream()
        .filter(entry -> entry.tag() == 0x61)
        .flatMap(entry -> Tlv.find(entry.value(), 0x4F).stream())
        .filter(name -> name.length >= 5 && name.length <= 16)
        .forEach(found::add);
  }

  private void readInto(PaymentNumber number, byte[] controlInformation) throws ExchangeException {
    var wanted =
        Tlv.find(controlInformation, 0x6F, 0xA5, 0x9F38)
            .map(EmvCard::emptyData)
            .orElseGet(() -> new byte[0]);
    if (wanted.length > Apdu.MOST_DATA - 2) {
      return;
    }
    var options =
        session.exchange(
            Apdu.of(0x80, GET_PROCESSING_OPTIONS, 0, 0)
                .with(Tlv.encode(0x83, wanted))
                .expecting(Apdu.ANY_LENGTH));
    if (!options.word().ok()) {
      take(
          number, 1, 1); // some cards refuse and have their number in the first record all the same
      return;
    }
    var template = Tlv.find(options.data(), 0x77).orElseGet(() -> new byte[0]);
    Tlv.find(template, 0x57).ifPresent(track -> number.take(asRecord(0x57, track)));
    readFiles(number, locator(options.data()));
    options.wipe();
  }

  private void readFiles(PaymentNumber number, byte[] locator) throws ExchangeException {
    int read = 0;
    for (int at = 0; at + 4 <= locator.length; at += 4) {
      int file = (locator[at] & 0xFF) >> 3;
      int last = locator[at + 2] & 0xFF;
      for (int record = locator[at + 1] & 0xFF; record <= last; record++) {
        if (number.complete() || ++read > MOST_RECORDS) {
          return;
        }
        take(number, record, file);
      }
    }
  }

  private void take(PaymentNumber number, int record, int file) throws ExchangeException {
    var reply = readRecord(record, file);
    if (reply.word().ok()) {
      number.take(reply.data());
    }
    reply.wipe();
  }

  private ApduReply readRecord(int record, int file) throws ExchangeException {
    return session.exchange(
        Apdu.of(0, READ_RECORD, record, file << 3 | 4).expecting(Apdu.ANY_LENGTH));
  }

  private ApduReply select(byte[] name) throws ExchangeException {
    return session.exchange(Apdu.of(0, SELECT, 4, 0).with(name).expecting(Apdu.ANY_LENGTH));
  }

  /// Where the records are: after two bytes of template 80, or object 94 of template 77.
  static byte[] locator(byte[] options) {
    return Tlv.find(options, 0x80)
        .map(value -> Arrays.copyOfRange(value, Math.min(2, value.length), value.length))
        .or(() -> Tlv.find(options, 0x77, 0x94))
        .orElseGet(() -> new byte[0]);
  }

  /// Zeros for everything that the card would like to know: a number needs no amount.
  static byte[] emptyData(byte[] wishes) {
    int length = 0;
    int at = 0;
    while (at < wishes.length) {
      boolean longTag = (wishes[at++] & 0x1F) == 0x1F;
      while (longTag && at < wishes.length && (wishes[at] & 0x80) != 0) {
        at++;
      }
      at += longTag ? 1 : 0;
      length += at < wishes.length ? wishes[at] & 0xFF : 0;
      at++;
    }
    return new byte[length];
  }

  private static byte[] asRecord(int tag, byte[] value) {
    return Tlv.encode(0x70, Tlv.encode(tag, value));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
