package org.jiujin.agent.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With a program in the place of mmcli, which prints what mmcli 1.20 prints.
class ModemTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String GOOD =
      """
      echo "$*" >> calls
      case "$*" in
        *--signal-setup=60) touch measures ;;
        *--signal-get)
          if [ -f measures ]; then
            echo "modem.signal.refresh.rate : 60"
            echo "modem.signal.lte.rsrp     : -93.00"
          else
            echo "modem.signal.refresh.rate : 0"
            echo "modem.signal.lte.rsrp     : --"
          fi ;;
        *)
          echo "modem.generic.access-technologies.value[1] : lte"
          echo "modem.generic.signal-quality.value         : 71" ;;
      esac
      """;

  @TempDir private Path folder;
  private final List<Runnable> threads = new ArrayList<>();
  private final AtomicLong clock = new AtomicLong(-5_000_000_000L);
  private Modem modem;

  @BeforeEach
  void make() {
    modem = modem(PATIENCE);
  }

  @Test
  void asksOnceAMinuteAndHasTheModemMeasureItsSignal() throws Exception {
    program(GOOD);
    assertEquals(
        Map.of(
            NodeMetric.NET_TECHNOLOGY, MetricValue.of("lte"),
            NodeMetric.NET_QUALITY_PCT, MetricValue.of(71)),
        answer());
    for (int second = 0; second < 59; second++) {
      pass(Duration.ofSeconds(1));
      modem.report();
    }
    assertEquals(
        """
        --output-keyvalue --modem=any
        --output-keyvalue --modem=any --signal-get
        --output-keyvalue --modem=any --signal-setup=60
        """,
        Files.readString(folder.resolve("calls")));
    pass(Duration.ofSeconds(1));
    assertEquals(MetricValue.of(-93), answer().get(NodeMetric.NET_SIGNAL_DBM));
    assertEquals(5, Files.readAllLines(folder.resolve("calls")).size());
  }

  @Test
  void saysNothingMoreOfAModemThatWasUnplugged() throws Exception {
    program(GOOD);
    assertFalse(answer().isEmpty());
    program("echo \"error: couldn't find modem\" >&2; exit 1");
    pass(Modem.ASK_EVERY);
    assertEquals(Map.of(), answer());
  }

  @Test
  void saysNothingWhereTheProgramIsMissing() throws Exception {
    assertEquals(Map.of(), answer());
  }

  @Test
  void passesOverGarbage() throws Exception {
    program("head -c 20000 /dev/urandom");
    assertEquals(Map.of(), answer());
  }

  @Test
  void endsAProgramThatTalksTooMuch() throws Exception {
    program(GOOD + "exec yes 'modem.generic.signal-quality.value : 1'");
    assertEquals(Map.of(), answer());
  }

  @Test
  void endsAProgramThatHangsAndItsChildren() throws Exception {
    modem = modem(Duration.ofMillis(300));
    program("echo $$ > pid; echo 'modem.generic.signal-quality.value : 1'; sleep 600");
    assertEquals(Map.of(), answer());
    long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
    assertFalse(ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent());
  }

  @Test
  void forgetsWhatIsOldWhileAnAnswerDoesNotCome() throws Exception {
    program(GOOD);
    assertFalse(answer().isEmpty());
    pass(Modem.ASK_EVERY.multipliedBy(5));
    assertEquals(Map.of(), modem.report().figures());
    assertEquals(Map.of(), modem.report().figures());
    assertEquals(1, threads.size(), "it is not asked twice at a time");
  }

  /// What is said after the question that this call asks was answered.
  private Map<NodeMetric, MetricValue> answer() {
    modem.report();
    join();
    return modem.report().figures();
  }

  private Modem modem(Duration limit) {
    return new Modem(folder.resolve("mmcli").toString(), limit, clock::get, threads::add);
  }

  private void join() {
    threads.forEach(Runnable::run);
    threads.clear();
  }

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  private void program(String script) throws IOException {
    Path file = folder.resolve("mmcli");
    Files.writeString(file, "#!/bin/sh\ncd " + folder + "\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }
}
