package org.jiujin.device.iso7816;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/// Asks a card one thing at a time: sends long commands in a chain, fetches the rest of long answers (61xx) and corrects a
/// wrong expected length (6Cxx).
///
/// A command under way is never broken off; a wish to stop is looked at between two.
public final class CardSession {
  private static final int GET_RESPONSE = 0xC0;

  /// No object of a card that this house reads is longer.
  private static final int MOST_ANSWER_BYTES = 16_384;

  private final CardChannel channel;
  private final BooleanSupplier unwanted;

  /// @param unwanted whether whoever asked has left
  public CardSession(CardChannel channel, BooleanSupplier unwanted) {
    this.channel = channel;
    this.unwanted = unwanted;
  }

  /// Sends a command whose data may be of any length; the command is wiped.
  public ApduReply chained(Apdu head, byte[] data) throws ExchangeException {
    int from = 0;
    while (data.length - from > Apdu.MOST_DATA) {
      var piece = Arrays.copyOfRange(data, from, from + Apdu.MOST_DATA);
      var reply = exchange(head.with(piece).continued());
      Arrays.fill(piece, (byte) 0);
      if (!reply.word().ok()) {
        return reply;
      }
      from += Apdu.MOST_DATA;
    }
    return exchange(head.with(Arrays.copyOfRange(data, from, data.length)));
  }

  /// Sends one command and gives the whole answer; the command is wiped.
  public ApduReply exchange(Apdu command) throws ExchangeException {
    try {
      var reply = once(command);
      if (reply.word().wrongLength() && command.onlyFetches()) {
        reply = once(command.expecting(reply.word().length()));
      }
      return reply.word().moreWaits() ? whole(reply) : reply;
    } finally {
      command.wipe();
    }
  }

  private ApduReply whole(ApduReply first) throws ExchangeException {
    var data = new ByteArrayOutputStream();
    var reply = first;
    data.writeBytes(first.data());
    while (reply.word().moreWaits()) {
      reply.wipe();
      reply = once(Apdu.of(0, GET_RESPONSE, 0, 0).expecting(reply.word().length()));
      if (reply.word().wrongLength()) {
        reply = once(Apdu.of(0, GET_RESPONSE, 0, 0).expecting(reply.word().length()));
      }
      data.writeBytes(reply.data());
      if (reply.word().moreWaits() && reply.data().length == 0) {
        throw new ExchangeException(ExchangeException.Reason.GARBLED, "61xx without end");
      }
      if (data.size() > MOST_ANSWER_BYTES) {
        throw new ExchangeException(ExchangeException.Reason.GARBLED, "answer without end");
      }
    }
    reply.wipe();
    return new ApduReply(data.toByteArray(), reply.word());
  }

  private ApduReply once(Apdu command) throws ExchangeException {
    if (unwanted.getAsBoolean()) {
      throw new ExchangeException(ExchangeException.Reason.CANCELLED, "between two commands");
    }
    var answer = channel.transmit(command);
    if (answer.length < 2) {
      throw new ExchangeException(ExchangeException.Reason.GARBLED, "no status word");
    }
    int end = answer.length - 2;
    if ((answer[end] & 0xF0) != 0x60 && (answer[end] & 0xF0) != 0x90) {
      throw new ExchangeException(ExchangeException.Reason.GARBLED, "no valid status word");
    }
    var word = new StatusWord((answer[end] & 0xFF) << 8 | (answer[end + 1] & 0xFF));
    var data = Arrays.copyOf(answer, end);
    Arrays.fill(answer, (byte) 0);
    return new ApduReply(data, word);
  }
}
