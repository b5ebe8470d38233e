package org.jiujin.console.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiujin.console.record.AuditView;
import org.jiujin.console.terminal.DeviceView;
import org.jiujin.console.terminal.SupplyView;
import org.jiujin.console.terminal.TerminalState;
import org.jiujin.fleet.AppState;
import org.jiujin.fleet.DeviceState;
import org.jiujin.fleet.Mend;
import org.jiujin.fleet.record.RecordBody;
import org.jiujin.fleet.record.TerminalRecord;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class WordingTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private final Wording wording = wording();

  @Test
  void hasAWordForEverythingThatTheProtocolCanSay() {
    List<String> words =
        List.of(
                Arrays.stream(TerminalState.values()).map(wording::state).toList(),
                Arrays.stream(AppState.values())
                    .map(state -> wording.appState(state.word()))
                    .toList(),
                Arrays.stream(DeviceState.values())
                    .map(state -> wording.condition(state.word(), ""))
                    .toList(),
                Arrays.stream(Mend.values())
                    .filter(mend -> mend != Mend.NOBODY)
                    .map(mend -> wording.mend(mend.word()))
                    .toList(),
                Stream.of("app", "agent", "configuration", "catalogue", "voice", "theme")
                    .map(wording::release)
                    .toList(),
                Stream.of("app-ended", "not-well", "crash-loop", "agent-restarts", "does-not-start")
                    .map(wording::updateReason)
                    .toList(),
                Stream.of("unreachable", "too-slow", "disk-full", "expired", "revoked")
                    .map(wording::updateReason)
                    .toList(),
                Stream.of(
                        "wrong-manifest",
                        "untrusted",
                        "damaged",
                        "unsupported",
                        "mistake",
                        "disk-failed",
                        "too-large")
                    .map(wording::updateReason)
                    .toList())
            .stream()
            .flatMap(List::stream)
            .toList();
    assertFalse(words.stream().anyMatch(word -> word.matches("[\\x00-\\x7f]*")), words::toString);
  }

  @Test
  void saysAFaultInWordsAndShowsAnUnknownOneAsItIs() {
    assertEquals("缺纸", wording.fault("PAPER_END"));
    assertEquals("BRAND_NEW", wording.fault("BRAND_NEW"));
    assertEquals("", wording.fault(""));
  }

  @Test
  void saysEveryAlarmInWordsAndAnUnknownOneByItsKind() {
    List<RecordBody> alarms =
        List.of(
            new RecordBody.FaultRaised("receipt", "PAPER_END", Mend.STAFF),
            new RecordBody.FaultCleared("receipt", "PAPER_END"),
            new RecordBody.AppEnded(137, "", 1),
            new RecordBody.CrashLoop(),
            new RecordBody.CrashLoopOver(),
            new RecordBody.DiskLow(1500),
            new RecordBody.DiskFreed(1500),
            new RecordBody.SupplyLow("receipt", "paper", "", 2),
            new RecordBody.SupplyEnough("receipt", "paper", ""),
            new RecordBody.CertificateEnding(9, "unreachable"),
            new RecordBody.CertificateEnding(0, "refused"),
            new RecordBody.CertificateRenewed(89),
            new RecordBody.UpdateFellBack("app", "0.2.0", "0.1.9", "app-ended"),
            new RecordBody.UpdateProved("app", "0.2.0"),
            new RecordBody.CloneSuspected(3));
    for (RecordBody alarm : alarms) {
      AlarmLine line = AlarmLine.of(new TerminalRecord(1, NOW, alarm), wording);
      assertFalse(line.text().matches("[\\x00-\\x7f]*"), line::text);
    }
    var unknown = new RecordBody.Other("brand-new", Map.of());
    assertEquals("brand-new", AlarmLine.of(new TerminalRecord(1, NOW, unknown), wording).text());
  }

  @Test
  void saysWhichReleaseFellBackAndWhyAndThatOneProvedItself() {
    AlarmLine back =
        alarm(new RecordBody.UpdateFellBack("agent", "0.2.0", "shipped", "agent-restarts"));
    assertEquals("代理程序 0.2.0 未能通过试运行，已退回出厂版本", back.text());
    assertEquals(List.of("degraded", "代理程序反复重启"), List.of(back.look(), back.detail()));
    AlarmLine unknown = alarm(new RecordBody.UpdateFellBack("firmware", "2", "1", "brand-new"));
    assertEquals("firmware 2 未能通过试运行，已退回 1", unknown.text());
    assertEquals("brand-new", unknown.detail());
    AlarmLine proved = alarm(new RecordBody.UpdateProved("voice", "2026.11+3"));
    assertEquals("语音提示 2026.11+3 已通过试运行", proved.text());
    assertEquals(List.of("online", ""), List.of(proved.look(), proved.detail()));
  }

  private AlarmLine alarm(RecordBody body) {
    return AlarmLine.of(new TerminalRecord(1, NOW, body), wording);
  }

  @Test
  void saysHowMuchIsLeftAndForHowLongOrThatNobodyKnows() {
    assertEquals(
        List.of(
            new SupplyLine("纸张", 42, "余量约 42 %", "预计可用 12 天", false),
            new SupplyLine("墨粉（Black Toner）", 8, "余量 8 %", "预计可用 2 天", true),
            new SupplyLine("墨水", 0, "余量未知", "", false)),
        SupplyLine.of(
            new DeviceView(
                "printer",
                true,
                false,
                "ready",
                "",
                "",
                "",
                "",
                false,
                NOW,
                List.of(
                    new SupplyView("paper", "", 42, true, 12),
                    new SupplyView("toner", "Black Toner", 8, false, 2),
                    new SupplyView("ink", "", null, false, null))),
            wording));
  }

  @Test
  void saysHowTheAuditJournalStands() {
    var head = new AuditView.Head("0123456789abcdef", 1234, "00ff".repeat(16), NOW);
    assertEquals(
        new AuditPart("online", "1234", "00ff00ff00ff", "10:00:00", "连续，与历次上报一致", List.of()),
        AuditPart.of(Optional.of(new AuditView(head, 0, List.of())), wording));
    AuditPart full = AuditPart.of(Optional.of(new AuditView(head, 1200, List.of())), wording);
    assertEquals("有 1200 条记录未能写入终端磁盘", full.state());
    assertEquals("degraded", full.look());
    for (AuditView.What what : AuditView.What.values()) {
      var trouble = new AuditView.Trouble(what, 3, 1234, NOW);
      AuditPart part = AuditPart.of(Optional.of(new AuditView(head, 0, List.of(trouble))), wording);
      assertEquals("需要核查", part.state());
      assertFalse(part.troubles().getFirst().matches("[\\x00-\\x7f]*"), what::name);
    }
    assertEquals("", AuditPart.of(Optional.empty(), wording).count());
  }

  @Test
  void saysForTwoHoursThatAnIdentityIsShared() {
    assertFalse(wording.sharedIdentity(NOW.minusSeconds(7199)).isEmpty());
    assertEquals("", wording.sharedIdentity(NOW.minusSeconds(7200)));
    assertEquals("", wording.sharedIdentity(null));
  }

  @Test
  void saysHowLongAgo() {
    assertEquals("刚刚", wording.age(NOW.minusSeconds(59)));
    assertEquals("1 分钟前", wording.age(NOW.minusSeconds(60)));
    assertEquals("23 小时前", wording.age(NOW.minusSeconds(86_399)));
    assertEquals("1 天前", wording.age(NOW.minusSeconds(86_400)));
  }

  @Test
  void showsTodayAsATimeAndAnotherDayWithItsDate() {
    assertEquals("10:00:00", wording.time(NOW));
    assertEquals("11-22 23:59", wording.time(Instant.parse("2026-11-22T15:59:59Z")));
    assertEquals("—", wording.time(null));
  }

  static Wording wording() {
    var messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return new Wording(
        messages,
        new WebSettings(Path.of("none"), ZoneId.of("Asia/Shanghai"), 1),
        InstantSource.fixed(NOW));
  }
}
