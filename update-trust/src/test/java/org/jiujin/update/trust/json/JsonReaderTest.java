package org.jiujin.update.trust.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  private static final String DOCUMENT =
      "{\"a\":[1,-20,0,9223372036854775807],\"b\":{\"c\":\"\\u4e00\\n\\\"\\ud83d\\ude00\"},\"d\":true,\"e\":null}";

  @Test
  void readsWhatItWrites() throws MalformedJson {
    JsonValue value = read(DOCUMENT);
    assertEquals(value, JsonReader.read(JsonWriter.document(value)));
  }

  @Test
  void allowsSpaceBetween() throws MalformedJson {
    assertEquals(read("{\"a\":[1,2]}"), read(" {\r\n\t\"a\" : [ 1 , 2 ] } \n"));
  }

  @Test
  void refusesEveryBeginningOfADocument() {
    byte[] whole = DOCUMENT.getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThrows(MalformedJson.class, () -> JsonReader.read(part));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"a\":1,\"a\":2}",
        "{\"a\":1,\"\\u0061\":2}",
        "{\"a\":1,}",
        "[1,]",
        "[1 2]",
        "{a:1}",
        "{'a':1}",
        "{\"a\" 1}",
        "1.0",
        "1e3",
        "01",
        "-0",
        "-",
        "+1",
        "9223372036854775808",
        "NaN",
        "tru",
        "True",
        "\"\t\"",
        "\"\\x41\"",
        "\"\\u00\"",
        "\"\\u00g0\"",
        "\"\\u０００1\"",
        "\"\\ud83d\"",
        "\"\\ude00\\ud83d\"",
        "{} {}",
        "{}x",
        "\uFEFF{}",
        "/* a */ {}"
      })
  void refusesWhatIsNotStrictlyJson(String text) {
    assertThrows(MalformedJson.class, () -> read(text));
  }

  @Test
  void refusesWhatIsNotUtf8() {
    for (byte[] bytes :
        new byte[][] {
          {'"', (byte) 0xC0, (byte) 0x80, '"'},
          {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'},
          {'"', (byte) 0xFF, '"'}
        }) {
      assertThrows(MalformedJson.class, () -> JsonReader.read(bytes));
    }
  }

  @Test
  void nestsAsDeepAsTheLimitAndNoDeeper() throws MalformedJson {
    int most = JsonReader.MOST_DEEP;
    read("[".repeat(most) + "1" + "]".repeat(most));
    assertThrows(
        MalformedJson.class, () -> read("[".repeat(most + 1) + "1" + "]".repeat(most + 1)));
    assertThrows(MalformedJson.class, () -> read("[".repeat(1_000_000)));
  }

  @Test
  void takesAsManyValuesAsTheLimitAndNoMore() throws MalformedJson {
    String items = "0,".repeat(JsonReader.MOST_VALUES - 2);
    read("[" + items + "0]");
    assertThrows(MalformedJson.class, () -> read("[" + items + "0,0]"));
  }

  private static JsonValue read(String text) throws MalformedJson {
    return JsonReader.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
