package org.jiujin.agent.enrol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts of RFC 7468: blocks of Base64 between a line that begins and one that ends them.
final class Pem {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z ]{1,40})-----\\n([A-Za-z0-9+/=\\n]*)-----END \\1-----\\n");
  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  private Pem() {}

  static String write(String kind, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(kind, LINES.encodeToString(der), kind);
  }

  /// The contents of all blocks of one kind, in their order.
  ///
  /// @throws IllegalArgumentException if one is not Base64
  static List<Bytes> read(String text, String kind) {
    List<Bytes> found = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(text);
    while (blocks.find()) {
      if (blocks.group(1).equals(kind)) {
        found.add(new Bytes(Base64.getMimeDecoder().decode(blocks.group(2))));
      }
    }
    return found;
  }

  static byte[] only(Collection<Bytes> blocks) {
    if (blocks.size() != 1) {
      throw new IllegalArgumentException("one block is expected, " + blocks.size() + " are there");
    }
    return blocks.iterator().next().copy();
  }

  /// What one block holds.
  static final class Bytes {
    private final byte[] all;

    private Bytes(byte[] all) {
      this.all = all;
    }

    byte[] copy() {
      return Arrays.copyOf(all, all.length);
    }
  }
}
