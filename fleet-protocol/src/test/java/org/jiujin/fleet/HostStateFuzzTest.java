package org.jiujin.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// As a plain test this replays its seeds; with JAZZER_FUZZ=1 it searches.
class HostStateFuzzTest {
  @FuzzTest
  void statesAreReadOrRefused(byte[] bytes) throws MalformedMessageException {
    HostState state;
    try {
      state = HostState.parse(bytes);
    } catch (MalformedMessageException _) {
      return;
    }
    assertEquals(state, HostState.parse(state.encode()));
  }
}
