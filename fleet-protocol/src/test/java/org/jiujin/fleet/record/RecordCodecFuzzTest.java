package org.jiujin.fleet.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.jiujin.fleet.MalformedMessageException;

/// As a plain test this replays its seeds; with JAZZER_FUZZ=1 it searches.
class RecordCodecFuzzTest {
  @FuzzTest
  void recordsAreReadAndWrittenAgainOrRefused(byte[] bytes) {
    try {
      TerminalRecord read = RecordCodec.decode(bytes);
      if (bytes.length < RecordCodec.MAX_BYTES / 2) { // fields that were left out are written
        assertEquals(read, RecordCodec.decode(RecordCodec.encode(read)));
      }
    } catch (MalformedMessageException e) {
      assertNotNull(e.getMessage());
    }
  }
}
