package org.jiujin.fleet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostStateTest {
  private static final HostState STATE = new HostState(true, Instant.ofEpochMilli(1763863200123L));

  @Test
  void isReadAsItWasWritten() throws MalformedMessageException {
    assertEquals(STATE, HostState.parse(STATE.encode()));
    assertArrayEquals(
        "{\"online\":true,\"timestamp\":1763863200123}".getBytes(StandardCharsets.UTF_8),
        STATE.encode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " {\"timestamp\" : 1763863200123 , \"online\" : true }\n",
        "{\"online\":true,\"bdSeq\":-1.5e3,\"timestamp\":1763863200123,\"note\":\"a\\\"b\\u5c31\"}",
        "{\"x\":null,\"online\":true,\"timestamp\":1763863200123}"
      })
  void otherSpellingsAndOtherMembersDoNotMatter(String text) throws MalformedMessageException {
    assertEquals(STATE, HostState.parse(text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "OFFLINE",
        "{}",
        "{\"online\":true}",
        "{\"timestamp\":1}",
        "{\"online\":\"true\",\"timestamp\":1}",
        "{\"online\":true,\"timestamp\":-1}",
        "{\"online\":true,\"timestamp\":1.5}",
        "{\"online\":true,\"timestamp\":9999999999999999999}",
        "{\"online\":true,\"timestamp\":1,}",
        "{\"online\":true,\"online\":true,\"timestamp\":1}",
        "{\"online\":true,\"timestamp\":1}}",
        "{\"online\":true,\"timestamp\":1,\"more\":{}}",
        "{\"online\":true\"timestamp\":1}"
      })
  void anythingElseIsRefused(String text) {
    assertThrows(
        MalformedMessageException.class,
        () -> HostState.parse(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void isRefusedWhereverItIsCut() {
    byte[] whole = STATE.encode();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThrows(MalformedMessageException.class, () -> HostState.parse(cut), "at " + length);
    }
  }

  @Test
  void longOrBrokenTextIsRefused() {
    byte[] text = " ".repeat(HostState.MAX_BYTES + 1).getBytes(StandardCharsets.UTF_8);
    assertThrows(MalformedMessageException.class, () -> HostState.parse(text));
    assertThrows(
        MalformedMessageException.class, () -> HostState.parse(new byte[] {(byte) 0xFF, '{'}));
  }
}
