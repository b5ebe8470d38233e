package org.jiujin.device.iso7816;

import java.util.Optional;

/// Reads records of a social-security card by their tags, because their numbers differ from generation to generation.
final class SsseFiles {
  private static final int READ_RECORD = 0xB2;
  private static final int SELECT = 0xA4;
  private static final int NO_FILE = 0;

  private final CardSession session;
  private int current = NO_FILE;

  SsseFiles(CardSession session) {
    this.session = session;
  }

  /// Reads one record.
  Lookup read(SsseField field) throws ExchangeException {
    if (current != field.file()) {
      var selected = select(field.file());
      if (!selected.ok()) {
        return new Lookup.Refused(selected);
      }
      current = field.file();
    }
    var reply =
        session.exchange(Apdu.of(0, READ_RECORD, field.tag(), 0).expecting(field.length() + 2));
    try {
      if (reply.word().notFound()) {
        return new Lookup.Missing();
      }
      if (!reply.word().ok()) {
        return new Lookup.Refused(reply.word());
      }
      return SsseRecord.parse(field, reply.data())
          .<Lookup>map(Lookup.Found::new)
          .orElseGet(Lookup.Malformed::new);
    } finally {
      reply.wipe();
    }
  }

  /// The record of a field that cards may lack; empty when this one does, or will not say.
  Optional<SsseRecord> optional(SsseField field) throws ExchangeException {
    return read(field) instanceof Lookup.Found(var record) ? Optional.of(record) : Optional.empty();
  }

  /// Two ways of saying it are in use; a card knows at least one of them.
  private StatusWord select(int file) throws ExchangeException {
    var id = new byte[] {(byte) (file >> 8), (byte) file};
    var word = discarded(session.exchange(Apdu.of(0, SELECT, 2, 0).with(id)));
    return word.ok() ? word : discarded(session.exchange(Apdu.of(0, SELECT, 0, 0).with(id)));
  }

  private static StatusWord discarded(ApduReply reply) {
    reply.wipe();
    return reply.word();
  }

  /// What became of reading a record.
  sealed interface Lookup {
    record Found(SsseRecord record) implements Lookup {}

    /// The card does not have it.
    record Missing() implements Lookup {}

    /// The card will not say.
    record Refused(StatusWord word) implements Lookup {}

    /// What came is another record, or part of one.
    record Malformed() implements Lookup {}
  }
}
