package org.jiujin.update.trust.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// As a plain test this replays its seeds; with JAZZER_FUZZ=1 it searches.
class JsonReaderFuzzTest {
  @FuzzTest
  void aDocumentIsRefusedOrReadAgainAsTheSame(byte[] bytes) {
    JsonValue value;
    try {
      value = JsonReader.read(bytes);
    } catch (MalformedJson e) {
      assertTrue(e.getMessage() != null && e.getMessage().length() < 200);
      return;
    }
    try {
      JsonValue again = JsonReader.read(JsonWriter.document(value));
      assertEquals(value, again);
      assertArrayEquals(JsonWriter.canonical(value), JsonWriter.canonical(again));
    } catch (MalformedJson e) {
      throw new AssertionError("what we wrote cannot be read", e);
    }
  }
}
