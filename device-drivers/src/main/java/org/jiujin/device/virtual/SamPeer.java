package org.jiujin.device.virtual;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The security module of a card reader as seen from the wire: takes command frames, gives answer frames.
///
/// Thread-safe: hands lay cards while the port's thread asks.
final class SamPeer implements VirtualPort.Peer {
  private static final byte[] PREAMBLE = HexFormat.of().parseHex("AAAAAA9669");
  private static final byte[] SAM_ID = HexFormat.of().parseHex("05000200A53A340187D61200B1CB7400");
  private static final int MOST_BYTES = 1024;
  private static final List<Integer> SPEEDS = List.of(115_200, 57_600, 38_400, 19_200, 9_600);

  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private @Nullable VirtualCard laid;
  private Stage stage = Stage.LIFTED;
  private Misbehaviour misbehaviour = Misbehaviour.NONE;
  private int baud = 115_200;

  synchronized void lay(VirtualCard card) {
    laid = card;
    stage = Stage.LAID;
  }

  synchronized void lift() {
    laid = null;
    stage = Stage.LIFTED;
  }

  synchronized Optional<VirtualCard> card() {
    return Optional.ofNullable(laid);
  }

  synchronized void misbehave(Misbehaviour how) {
    misbehaviour = how;
  }

  synchronized int baud() {
    return baud;
  }

  synchronized void talkAt(int speed) {
    baud = speed;
  }

  @Override
  public synchronized Iterable<byte[]> exchange(byte[] bytes) {
    received.writeBytes(bytes);
    var answers = new ArrayList<byte[]>();
    for (var next = nextCommand(); next.isPresent(); next = nextCommand()) {
      answers.addAll(spoilt(answer(next.get()), next.get()));
    }
    return answers;
  }

  /// Without power the module forgets, and finds a card that lies there as if it had just been laid.
  @Override
  public synchronized void unplugged() {
    received.reset();
    if (laid != null) {
      stage = Stage.LAID;
    }
  }

  /// Command and parameters of the next whole frame with a right checksum.
  private Optional<byte[]> nextCommand() {
    var bytes = received.toByteArray();
    int at = indexOfPreamble(bytes);
    if (at < 0 || bytes.length < at + 7) {
      forgetNoise(bytes);
      return Optional.empty();
    }
    int length = (bytes[at + 5] & 0xFF) << 8 | (bytes[at + 6] & 0xFF);
    int end = at + 7 + length;
    if (length < 3 || length > MOST_BYTES) {
      keep(bytes, at + 1);
      return nextCommand();
    }
    if (bytes.length < end) {
      return Optional.empty();
    }
    keep(bytes, end);
    byte sum = 0;
    for (int i = at + 5; i < end; i++) {
      sum ^= bytes[i];
    }
    return Optional.of(sum == 0 ? Arrays.copyOfRange(bytes, at + 7, end - 1) : new byte[2]);
  }

  private void forgetNoise(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      keep(bytes, bytes.length - PREAMBLE.length);
    }
  }

  private void keep(byte[] bytes, int from) {
    received.reset();
    received.write(bytes, from, bytes.length - from);
  }

  private static int indexOfPreamble(byte[] bytes) {
    for (int i = 0; i + PREAMBLE.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + PREAMBLE.length, PREAMBLE, 0, PREAMBLE.length)) {
        return i;
      }
    }
    return -1;
  }

  private byte[] answer(byte[] command) {
    int code = (command[0] & 0xFF) << 8 | (command[1] & 0xFF);
    if (misbehaviour.spoils(code)) {
      return frame(misbehaviour.word());
    }
    return switch (code) {
      case 0x10FF, 0x11FF -> frame(0x90);
      case 0x12FF -> frame(0x90, SAM_ID);
      case 0x2001 -> find();
      case 0x2002 -> select();
      case 0x3001 -> readTextAndPhoto();
      case 0x3003 -> readNewestAddress();
      case 0x3010 -> readWithFingerprints();
      case 0x6000, 0x6001, 0x6002, 0x6003, 0x6004 -> speed(code & 0xFF);
      case 0x0000 -> frame(0x10);
      default -> frame(0x21);
    };
  }

  private byte[] find() {
    if (stage == Stage.LIFTED || stage == Stage.READ) {
      return frame(0x80);
    }
    stage = Stage.FOUND;
    return frame(0x9F, new byte[4]);
  }

  private byte[] select() {
    if (stage != Stage.FOUND) {
      return frame(0x81);
    }
    stage = Stage.SELECTED;
    return frame(0x90, new byte[8]);
  }

  private byte[] readTextAndPhoto() {
    var card = laid;
    if (card == null || (stage != Stage.SELECTED && stage != Stage.READ)) {
      return frame(0x41);
    }
    stage = Stage.READ;
    return frame(0x90, new byte[] {1, 0, 4, 0}, card.text(), card.photo());
  }

  private byte[] readWithFingerprints() {
    var card = laid;
    if (card == null || (stage != Stage.SELECTED && stage != Stage.READ)) {
      return frame(0x41);
    }
    stage = Stage.READ;
    var fingers = card.fingerprints();
    var lengths = new byte[] {1, 0, 4, 0, (byte) (fingers.length >> 8), (byte) fingers.length};
    return frame(0x90, lengths, card.text(), card.photo(), fingers);
  }

  private byte[] speed(int index) {
    baud = SPEEDS.get(index);
    return frame(0x90);
  }

  private byte[] readNewestAddress() {
    var card = laid;
    if (card == null || (stage != Stage.SELECTED && stage != Stage.READ)) {
      return frame(0x41);
    }
    return card.newestAddress().length == 0 ? frame(0x91) : frame(0x90, card.newestAddress());
  }

  /// The answer as the fault of the day lets it out.
  private List<byte[]> spoilt(byte[] answer, byte[] command) {
    return switch (misbehaviour) {
      case MUTE -> List.of();
      case MUTE_WHILE_READING -> command[0] == 0x30 ? List.of() : List.of(answer);
      case WRONG_CHECKSUM -> {
        answer[answer.length - 1] ^= 0x55;
        yield List.of(answer);
      }
      case NOISE -> List.of(HexFormat.of().parseHex("00AA12FFAAAA96AAAAAA"), answer);
      case BYTE_BY_BYTE -> {
        var pieces = new ArrayList<byte[]>();
        for (byte next : answer) {
          pieces.add(new byte[] {next});
        }
        yield pieces;
      }
      case CUT_SHORT -> List.of(Arrays.copyOf(answer, answer.length - 3));
      default -> List.of(answer);
    };
  }

  private static byte[] frame(int word, byte[]... data) {
    var payload = new ByteArrayOutputStream();
    payload.writeBytes(new byte[] {0, 0, (byte) word});
    for (var part : data) {
      payload.writeBytes(part);
    }
    int length = payload.size() + 1;
    var frame = new ByteArrayOutputStream();
    frame.writeBytes(PREAMBLE);
    frame.write(length >> 8);
    frame.write(length);
    frame.writeBytes(payload.toByteArray());
    var bytes = frame.toByteArray();
    byte sum = 0;
    for (int i = PREAMBLE.length; i < bytes.length; i++) {
      sum ^= bytes[i];
    }
    frame.write(sum);
    return frame.toByteArray();
  }

  /// How far the card's cycle came.
  private enum Stage {
    LIFTED,
    LAID,
    FOUND,
    SELECTED,
    READ
  }
}
