package org.jiujin.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.jiujin.device.virtual.phone.StillClass;
import org.junit.jupiter.api.Test;

class ScanOptionsTest {
  @Test
  void measuresEverythingOnHeldOutSeedsWhenNothingIsSaid() {
    var options = ScanOptions.parse(List.of());
    assertTrue(options.everyClass());
    assertEquals(ScanOptions.HELD_OUT_SEED, options.seed());
    assertFalse(options.quick());
  }

  @Test
  void takesSeedAndClasses() {
    var options = ScanOptions.parse(List.of("--seed", "5", "--class", "two-codes", "--quick"));
    assertEquals(5, options.seed());
    assertEquals(Set.of(StillClass.TWO_CODES), options.classes());
    assertTrue(options.quick());
  }

  @Test
  void saysWhatIsWrong() {
    var wrong =
        assertThrows(
            IllegalArgumentException.class, () -> ScanOptions.parse(List.of("--class", "fog")));
    assertTrue(String.valueOf(wrong.getMessage()).contains("fog"));
    assertThrows(IllegalArgumentException.class, () -> ScanOptions.parse(List.of("--seed")));
    assertThrows(IllegalArgumentException.class, () -> ScanOptions.parse(List.of("--fast")));
  }
}
