package org.jiujin.device.virtual.card;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import org.jiujin.device.virtual.VirtualCard;

/// An identity card on a combined reader, which hands it over through `FF B0` commands (devices reference, 3.1).
public final class VirtualIdentityChip implements VirtualChipCard {
  private static final byte[] RESET_ANSWER = HexFormat.of().parseHex("3B800181");
  private static final byte[] LENGTHS = {1, 0, 4, 0};
  private static final int PIECE_BYTES = 256;

  private final byte[] all;

  public VirtualIdentityChip(VirtualCard card) {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(LENGTHS);
    bytes.writeBytes(card.text());
    bytes.writeBytes(card.photo());
    all = bytes.toByteArray();
  }

  @Override
  public byte[] answerToReset() {
    return RESET_ANSWER.clone();
  }

  @Override
  public void reset() {
    // there is nothing to forget
  }

  @Override
  public byte[] answer(byte[] bytes) {
    var command = CardCommand.parse(bytes);
    int from = command.p1() * PIECE_BYTES;
    if (command.code() != 0xFFB0 || command.p2() != 0 || from >= all.length) {
      return CardAnswer.of(CardAnswer.WRONG_PARAMETERS);
    }
    int to = Math.min(from + PIECE_BYTES, all.length);
    return CardAnswer.of(CardAnswer.OK, Arrays.copyOfRange(all, from, to));
  }
}
