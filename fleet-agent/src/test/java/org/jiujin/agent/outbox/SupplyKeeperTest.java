package org.jiujin.agent.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiujin.fleet.DeviceState;
import org.jiujin.fleet.Mend;
import org.jiujin.fleet.SupplyKind;
import org.jiujin.fleet.local.DeviceReport;
import org.jiujin.fleet.local.SupplyReport;
import org.jiujin.fleet.record.RecordBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupplyKeeperTest {
  private static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");

  @TempDir private Path folder;
  private Instant now = AT;

  @Test
  void foretellsOverRestartsEveryDayAndAnnouncesTheEndOnce() {
    List<RecordBody> told = new ArrayList<>();
    for (int level = 100; level > 0; level -= 10) {
      var keeper = new SupplyKeeper(new KeptFile(new FolderDisk(folder), "supplies"), zone(), now);
      for (int minute = 0; minute < 4; minute++) {
        told.addAll(keeper.look(Map.of("receipt", paper(level)), now));
        keeper.keep(now);
        now = now.plusSeconds(60);
      }
      now = now.plus(Duration.ofHours(24));
    }
    assertEquals(List.of(new RecordBody.SupplyLow("receipt", "paper", "", 2)), told);
  }

  @Test
  void saysWhenThereIsSomethingElseToTell() {
    var keeper = new SupplyKeeper(new KeptFile(new FolderDisk(folder), "supplies"), zone(), now);
    keeper.look(Map.of("receipt", paper(50)), now);
    assertTrue(keeper.keep(now));
    keeper.look(Map.of("receipt", paper(49)), now);
    assertFalse(keeper.keep(now), "one point is no news");
    keeper.look(Map.of("receipt", paper(40)), now);
    assertTrue(keeper.keep(now));
  }

  private static ZoneId zone() {
    return ZoneId.of("Asia/Shanghai");
  }

  private static DeviceReport paper(int level) {
    return new DeviceReport(
        "receipt",
        "receipt-printer",
        "virtual",
        true,
        DeviceState.READY,
        "",
        Mend.NOBODY,
        AT,
        List.of(new SupplyReport(SupplyKind.PAPER, "", level, true, null)));
  }
}
