package org.jiujin.device.idcard.chip;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import org.jiujin.device.idcard.CardPhoto;
import org.jiujin.device.idcard.IdentityCard;
import org.jiujin.device.idcard.IdentityCard.Sex;
import org.jiujin.device.idcard.Nation;
import org.jiujin.device.idcard.Validity;

/// The text block of a card: 256 bytes of UTF-16LE in one of four layouts (devices reference, 3.8).
public final class CardText {
  public static final int BYTES = 256;

  private static final int TYPE_AT = 248;
  private static final String LONG_TERM = "长期";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

  private final byte[] block;

  private CardText(byte[] block) {
    this.block = block;
  }

  /// Reads a block; empty when it is none: wrong size, unknown type, impossible day.
  public static Optional<IdentityCard> parse(byte[] block, String newestAddress, CardPhoto photo) {
    if (block.length != BYTES) {
      return Optional.empty();
    }
    var text = new CardText(block);
    try {
      return switch (text.character(TYPE_AT)) {
        case ' ', '\0' -> Optional.of(text.citizen(newestAddress, photo));
        case 'J' -> Optional.of(text.hmt(newestAddress, photo));
        case 'I' -> Optional.of(text.foreigner2017(newestAddress, photo));
        case 'Y' -> Optional.of(text.foreigner2023(newestAddress, photo));
        default -> Optional.empty();
      };
    } catch (DateTimeParseException impossibleDay) {
      return Optional.empty();
    }
  }

  /// A text field without its trailing blanks; blanks inside stay, names may have them.
  public static String field(byte[] bytes, int from, int length) {
    var text = new String(bytes, from, length, StandardCharsets.UTF_16LE);
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\0')) {
      end--;
    }
    return text.substring(0, end);
  }

  private IdentityCard citizen(String newestAddress, CardPhoto photo) {
    return new IdentityCard(
        IdentityCard.Type.CITIZEN,
        field(0, 30),
        "",
        sex(30),
        Nations.of(field(32, 4)),
        "",
        day(36),
        field(52, 70),
        newestAddress,
        field(122, 36),
        "",
        field(158, 30),
        validity(),
        photo,
        IdentityCard.Fingerprints.NOT_ASKED);
  }

  private IdentityCard hmt(String newestAddress, CardPhoto photo) {
    return new IdentityCard(
        IdentityCard.Type.HMT,
        field(0, 30),
        "",
        sex(30),
        Nation.NONE,
        "",
        day(36),
        field(52, 70),
        newestAddress,
        field(122, 36),
        field(220, 18),
        field(158, 30),
        validity(),
        photo,
        IdentityCard.Fingerprints.NOT_ASKED);
  }

  private IdentityCard foreigner2017(String newestAddress, CardPhoto photo) {
    return new IdentityCard(
        IdentityCard.Type.FOREIGNER_2017,
        field(158, 30),
        field(0, 120),
        sex(120),
        Nation.NONE,
        field(152, 6),
        day(220),
        "",
        newestAddress,
        field(122, 30),
        "",
        field(240, 8),
        validity(),
        photo,
        IdentityCard.Fingerprints.NOT_ASKED);
  }

  private IdentityCard foreigner2023(String newestAddress, CardPhoto photo) {
    return new IdentityCard(
        IdentityCard.Type.FOREIGNER_2023,
        field(0, 30),
        latinNameInTwoParts(),
        sex(30),
        Nation.NONE,
        field(242, 6),
        day(36),
        "",
        newestAddress,
        field(122, 36),
        "",
        "",
        validity(),
        photo,
        IdentityCard.Fingerprints.NOT_ASKED);
  }

  /// Joined before trimming: a blank at the seam belongs to the name.
  private String latinNameInTwoParts() {
    var joined = new byte[92];
    System.arraycopy(block, 52, joined, 0, 70);
    System.arraycopy(block, 220, joined, 70, 22);
    return field(joined, 0, joined.length);
  }

  private Validity validity() {
    var to = field(204, 16);
    return new Validity(
        day(188), to.equals(LONG_TERM) ? Validity.LONG_TERM : LocalDate.parse(to, DAY));
  }

  private LocalDate day(int from) {
    return LocalDate.parse(field(from, 16), DAY);
  }

  private Sex sex(int from) {
    return switch (character(from)) {
      case '1' -> Sex.MALE;
      case '2' -> Sex.FEMALE;
      case '9' -> Sex.UNSPECIFIED;
      default -> Sex.UNKNOWN;
    };
  }

  private char character(int from) {
    return (char) ((block[from] & 0xFF) | (block[from + 1] & 0xFF) << 8);
  }

  private String field(int from, int length) {
    return field(block, from, length);
  }
}
