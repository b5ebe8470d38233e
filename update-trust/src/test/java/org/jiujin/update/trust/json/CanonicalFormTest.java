package org.jiujin.update.trust.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.jiujin.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalFormTest {
  private static final String LETTERS = "abz09 \"\\/\n\t\u0001é一\uFFFD😀";

  static LongStream seeds() {
    return Seeds.count(200);
  }

  @Test
  void escapesTheQuotationMarkAndTheBackslashOnly() throws MalformedJson {
    assertEquals(
        "{\"a\":\"line\nend \\\" \\\\ / 一\",\"b\":[true,false,null,-1,{}],\"c\":[]}",
        canonical(
            "{\"c\":[],\"b\":[true,false,null,-1,{}],\"a\":\"line\\nend \\\" \\\\ \\/ \\u4e00\"}"));
  }

  @Test
  void ordersMembersByTheirCodePoints() throws MalformedJson {
    // UTF-16 would put the emoji (D83D) before the full-width letter (FF41)
    assertEquals(
        "{\"\":1,\"B\":2,\"a\":3,\"aa\":4,\"ａ\":5,\"😀\":6}",
        canonical("{\"😀\":6,\"ａ\":5,\"aa\":4,\"a\":3,\"B\":2,\"\":1}"));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isTheSameInWhateverOrderTheMembersStand(long seed) throws MalformedJson {
    var random = new Random(seed);
    JsonValue value = value(random, 0);
    JsonValue shuffled = shuffled(value, random);
    assertArrayEquals(JsonWriter.canonical(value), JsonWriter.canonical(shuffled));
    assertEquals(value, JsonReader.read(JsonWriter.document(shuffled)), "seed " + seed);
  }

  private static String canonical(String text) throws MalformedJson {
    byte[] bytes = JsonWriter.canonical(JsonReader.read(text.getBytes(StandardCharsets.UTF_8)));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static JsonValue value(Random random, int depth) {
    return switch (random.nextInt(depth < 4 ? 6 : 4)) {
      case 0 -> new JsonValue.Text(text(random));
      case 1 -> new JsonValue.Whole(random.nextLong());
      case 2 -> JsonValue.Literal.TRUE;
      case 3 -> JsonValue.Literal.NULL;
      case 4 -> {
        List<JsonValue> items = new ArrayList<>();
        random.ints(random.nextInt(4)).forEach(_ -> items.add(value(random, depth + 1)));
        yield new JsonArray(items);
      }
      default -> {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        random
            .ints(random.nextInt(6))
            .forEach(_ -> members.put(text(random), value(random, depth + 1)));
        yield new JsonObject(members);
      }
    };
  }

  private static String text(Random random) {
    int[] points = LETTERS.codePoints().toArray();
    var text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.toString();
  }

  private static JsonValue shuffled(JsonValue value, Random random) {
    return switch (value) {
      case JsonArray(var items) ->
          new JsonArray(items.stream().map(item -> shuffled(item, random)).toList());
      case JsonObject(var members) -> {
        var order = new ArrayList<>(members.entrySet());
        Collections.shuffle(order, random);
        Map<String, JsonValue> again = new LinkedHashMap<>();
        order.forEach(one -> again.put(one.getKey(), shuffled(one.getValue(), random)));
        yield new JsonObject(again);
      }
      case JsonValue.Text _, JsonValue.Whole _, JsonValue.Literal _ -> value;
    };
  }
}
