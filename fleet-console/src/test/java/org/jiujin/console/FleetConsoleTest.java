package org.jiujin.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jiujin.fleet.Mend;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.command.Command;
import org.jiujin.fleet.command.CommandCodec;
import org.jiujin.fleet.command.CommandResult;
import org.jiujin.fleet.command.CommandState;
import org.jiujin.fleet.command.CommandVerifier;
import org.jiujin.fleet.command.TrustedKeys;
import org.jiujin.fleet.command.Verified;
import org.jiujin.fleet.configuration.Configuration;
import org.jiujin.fleet.configuration.ConfigurationCodec;
import org.jiujin.fleet.record.RecordBody;
import org.jiujin.fleet.record.TerminalRecord;
import org.jiujin.fleet.usage.MatterUse;
import org.jiujin.fleet.usage.StepUse;
import org.jiujin.testkit.AnnouncesLoggedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The whole console with its real broker and its real database, seen through MQTT on one side and HTTP on the other.
/// One start is shared, because it takes seconds; each test has a terminal of its own. The last one starts it again.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FleetConsoleTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String GROUP = "GS-621121";
  private static final Map<String, MetricValue> READY =
      Map.of(
          "state",
          MetricValue.of("ready"),
          "fault",
          MetricValue.of(""),
          "mend",
          MetricValue.of(""));

  @TempDir static Path data;
  private static @Nullable ConfigurableApplicationContext console;
  private static int web;
  private static int broker;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    web = freePort();
    broker = freePort();
    Files.createDirectories(data.resolve("fleet/terminals"));
    Files.copy(
        Path.of("..", "config", "fleet", "layer.schema.json"),
        data.resolve("fleet/layer.schema.json"));
    console = startConsole();
    await("/health", text -> !text.contains("false"));
  }

  @AfterAll
  static void stop() {
    if (console != null) {
      console.close();
    }
    HTTP.close();
  }

  @Test
  @Order(1)
  void showsATerminalWithItsDevicesAndCounts() throws Exception {
    try (var node = connected("T621121001")) {
      String shown = await("/api/terminals/T621121001", has("\"state\":\"online\"", "receipt"));
      assertTrue(shown.contains("\"group\":\"GS-621121\""), shown);
      assertTrue(shown.contains("\"appState\":\"ready\""), shown);
      assertTrue(
          shown.contains(
              "\"counts\":{\"sessionsToday\":4,\"doneToday\":3,\"storedToday\":1,\"failedToday\":0,\"outboxDepth\":1}"),
          shown);
      assertTrue(await("/api/terminals", has("T621121001")).startsWith("["));
      assertTrue(await("/", has("T621121001", "定西市 通渭县", "身份证阅读器")).contains("在线"));
      assertEquals(0, node.rebirths());
    }
  }

  @Test
  @Order(1)
  void showsHowResidentsFaredAndThatTheTerminalIsOutOfService() throws Exception {
    try (var node = new EdgeNode(broker, GROUP, "T621121011", 5, InstantSource.system())) {
      node.born(
          Map.of(
              "app/out_of_service",
              MetricValue.of(true),
              "svc/steps_today",
              StepUse.table(List.of(new StepUse("form", 3, 60, 120, 1))),
              "svc/matters_today",
              MatterUse.table(List.of(new MatterUse("shehui-baozhang-ka", 3, 2, 0, 0)))));
      await("/api/terminals/T621121011", has("\"outOfService\":true"));
      await("/terminals/T621121011", has("暂停服务", "填写信息", "60 秒", "120 秒", "社会保障卡居民服务"));
    }
  }

  @Test
  @Order(1)
  void tellsATerminalItsSignedConfigurationUntilItIsSo() throws Exception {
    String name = "T621121040";
    String page = "/terminals/" + name;
    layer(name, "place.hotline: '12345'");
    try (var node = configurable(name, 0, "")) {
      until(() -> !node.commands().isEmpty());
      Command first = genuine(node.commands().getFirst());
      Configuration wanted = genuineDocument(first);
      assertEquals("set-configuration", first.verb());
      assertEquals(Map.of("place.hotline", "12345"), wanted.effective().values());
      assertEquals(List.of(1L, name), List.of(wanted.version(), wanted.terminal()));
      await(page, has("不一致", "已下发", "服务热线"));
      await("/?state=drifting", has("1 台的配置未完全生效", name));
      until(() -> node.commands().size() == 2); // the answer was lost on the way
      assertEquals(wanted, genuineDocument(genuine(node.commands().get(1))));
      report(node, genuine(node.commands().get(1)).id(), "done", wanted, "place.hotline=waits");
      await(page, has("有未生效的项", "等待业务程序空闲"));
      await("/?state=drifting", has("1 台的配置未完全生效", name));
      node.data("", Map.of("fleet/config_drift", MetricValue.of("")));
      await(page, text -> text.contains("一致") && !text.contains("不一致"));
      await("/?state=drifting", text -> !text.contains("未完全生效") && !text.contains(name));

      layer(name, "place.hotline: 12345"); // not a text
      await("/", has("配置文件有误", "settings.place.hotline is 12345"));
      layer(name, "place.hotline: '12333'");
      await(page, has("12333", "不一致"));
      until(() -> node.commands().size() == 3);
      Command second = genuine(node.commands().get(2));
      assertEquals(2, genuineDocument(second).version());
      node.data("", Map.of("Cmd/Result", result(second.id(), CommandState.REFUSED, "old-version")));
      until(() -> node.commands().size() == 4); // as after the loss of the database
      Command third = genuine(node.commands().get(3));
      assertEquals(3, genuineDocument(third).version());
      node.data("", Map.of("Cmd/Result", result(third.id(), CommandState.REFUSED, "given-up")));
      await(page, has("终端试运行未通过"));
    }
    try (var again = configurable(name, 1, "")) { // what it gave up is not sent again
      await(page, has("在线"));
      layer(name, "place.hotline: '12320'");
      until(() -> !again.commands().isEmpty());
      assertEquals(4, genuineDocument(genuine(again.commands().getFirst())).version());
    }
    Path secret = data.resolve("command-key.pem");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
  }

  @Test
  @Order(1)
  void showsWhereTheReleasesOfATerminalStand() throws Exception {
    String page = "/terminals/T621121012";
    try (var node = new EdgeNode(broker, GROUP, "T621121012", 5, InstantSource.system())) {
      node.born(
          Map.of(
              "fleet/update_direction",
              MetricValue.of(7L),
              "fleet/update_state",
              MetricValue.of("paused app=0.1.9:trial>0.2.0:resting:unreachable agent=shipped")));
      String first = await(page, has("data-key=\"updates\"", "7 · 暂停中", "有更新未能完成"));
      assertTrue(
          has("业务程序", "0.1.9 · 试运行中", "应有 0.2.0：下载失败，稍后重试（连不上更新仓库）", "出厂版本").test(first), first);

      var heard = listen(line -> line.contains("T621121012"));
      node.data(
          "", Map.of("fleet/update_state", MetricValue.of("app=0.1.9>0.2.0:given-up:app-ended")));
      assertTrue(heard.get(SOON.toMillis(), TimeUnit.MILLISECONDS));
      await("/live" + page, has("应有 0.2.0：已弃用（业务程序反复异常退出）", "mark-degraded"));
      Instant at = Instant.parse("2026-11-20T16:00:00Z");
      node.records(
          List.of(
              new TerminalRecord(
                  1, at, new RecordBody.UpdateFellBack("app", "0.2.0", "0.1.9", "not-well")),
              new TerminalRecord(2, at, new RecordBody.UpdateProved("app", "0.2.1"))),
          Map.of());
      await(page, has("业务程序 0.2.0 未能通过试运行，已退回 0.1.9", "或设备变少", "业务程序 0.2.1 已通过试运行"));
    }
    try (var silent = connected("T621121013")) {
      await("/terminals/T621121013", has("在线", "该终端未报告更新情况"));
      assertEquals(0, silent.rebirths());
    }
  }

  private static void layer(String terminal, String setting) throws IOException {
    Path file = data.resolve("fleet/terminals/" + terminal + ".yaml");
    Path fresh = data.resolve(terminal + ".new"); // or half of it might be read
    Files.writeString(fresh, "settings:\n  " + setting + "\n");
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static EdgeNode configurable(String name, long version, String digest)
      throws MqttException {
    var node = new EdgeNode(broker, GROUP, name, 6, InstantSource.system());
    node.born(
        Map.of(
            "app/state", MetricValue.of("ready"),
            "fleet/config_version", MetricValue.of(version),
            "fleet/config_digest", MetricValue.of(digest),
            "fleet/config_drift", MetricValue.of("")));
    return node;
  }

  private static void report(
      EdgeNode node, String command, String state, Configuration taken, String drift)
      throws MqttException {
    node.data(
        "",
        Map.of(
            "Cmd/Result",
            result(command, CommandState.of(state).orElseThrow(), ""),
            "fleet/config_version",
            MetricValue.of(taken.version()),
            "fleet/config_digest",
            MetricValue.of(taken.effective().digest()),
            "fleet/config_drift",
            MetricValue.of(drift)));
  }

  private static MetricValue result(String command, CommandState state, String reason) {
    return new MetricValue.Binary(
        CommandCodec.encode(
            new CommandResult(command, state, reason, Duration.ZERO, ByteString.EMPTY)));
  }

  private static Command genuine(ByteString signed) {
    return assertInstanceOf(
            CommandVerifier.Verdict.Genuine.class, CommandVerifier.verify(signed, trusted()))
        .command();
  }

  private static Configuration genuineDocument(Command command) {
    byte[] bytes = Base64.getDecoder().decode(command.arguments().get("document"));
    Verified<Configuration> read = ConfigurationCodec.verify(ByteString.copyFrom(bytes), trusted());
    return read instanceof Verified.Genuine<Configuration>(var document)
        ? document
        : fail("not genuine: " + read);
  }

  private static TrustedKeys trusted() {
    return TrustedKeys.read(data.resolve("command-keys")).keys();
  }

  @Test
  @Order(1)
  void showsWithinFiveSecondsThatADeviceIsGoneAndBack() throws Exception {
    try (var node = connected("T621121002")) {
      await("/api/terminals/T621121002", has("\"state\":\"online\"", "receipt"));
      var heard = listen(line -> line.contains("T621121002") && line.contains("NOT_CONNECTED"));
      node.data(
          "idcard",
          Map.of(
              "state", MetricValue.of("unavailable"),
              "fault", MetricValue.of("NOT_CONNECTED"),
              "mend", MetricValue.of("staff")));
      node.deviceDied("idcard");
      await(
          "/api/terminals/T621121002",
          has(
              "\"state\":\"degraded\"",
              "\"id\":\"idcard\",\"online\":false,\"state\":\"unavailable\",\"fault\":\"NOT_CONNECTED\",\"mend\":\"staff\""));
      assertTrue(heard.get(SOON.toMillis(), TimeUnit.MILLISECONDS));
      await("/terminals/T621121002", has("未连接", "现场人员可处理", "降级"));
      node.deviceBorn("idcard", READY);
      await("/api/terminals/T621121002", has("\"state\":\"online\""));
      await("/terminals/T621121002", has("变化记录", "未连接"));
    }
  }

  @Test
  @Order(1)
  void believesADeathOnlyIfItIsOfThisConnection() throws Exception {
    try (var node = connected("T621121003")) {
      await("/api/terminals/T621121003", has("\"state\":\"online\"", "receipt"));
      node.died(4);
      node.data("", Map.of("app/state", MetricValue.of("serving")));
      await("/api/terminals/T621121003", has("\"state\":\"online\"", "\"appState\":\"serving\""));
      await("/", has("办理中"));
      node.died(5);
      await("/api/terminals/T621121003", has("\"state\":\"offline\"", "\"online\":false"));
    }
  }

  @Test
  @Order(1)
  void asksForARebirthWhenAMessageIsMissing() throws Exception {
    try (var node = connected("T621121004")) {
      await("/api/terminals/T621121004", has("\"state\":\"online\"", "receipt"));
      node.skipSeq();
      node.data("", Map.of("app/outbox_depth", MetricValue.of(7)));
      await("/api/terminals/T621121004", has("\"outboxDepth\":7"));
      until(() -> node.rebirths() == 1);
    }
  }

  @Test
  @Order(1)
  void ignoresGarbageAndGoesOn() throws Exception {
    try (var node = connected("T621121005")) {
      await("/api/terminals/T621121005", has("\"state\":\"online\"", "receipt"));
      node.raw("spBv1.0/GS-621121/NDATA/T621121005", "{\"not\":\"protobuf\"}");
      node.raw("spBv1.0/GS-621121/NBIRTH/T621121005", "");
      node.raw("spBv1.0/GS-621121/NONSENSE/x/y/z", "?");
      node.raw("spBv1.0/<script>alert(1)</script>/NBIRTH", "\u0000");
      node.raw("spBv1.0/STATE/console-1", "{\"online\" : false}");
      node.data("", Map.of("app/state", MetricValue.of("frozen")));
      await("/api/terminals/T621121005", has("\"appState\":\"frozen\"", "degraded"));
    }
  }

  @Test
  @Order(1)
  void escapesWhatATerminalSends() throws Exception {
    try (var node = new EdgeNode(broker, "GS-<b>", "T\"><script>", 1, InstantSource.system())) {
      node.born(Map.of("app/version", MetricValue.of("<script>alert(1)</script>")));
      node.deviceBorn("<img src=x>", READY);
      String page = await("/", has("T&quot;&gt;&lt;script&gt;", "&lt;img src=x&gt;"));
      assertTrue(!page.contains("<script>") && !page.contains("<img src=x>"), page);
    }
  }

  @Test
  @Order(1)
  void letsNothingInlineRunAndNothingForeignLoad() throws Exception {
    HttpResponse<String> page = get("/");
    assertTrue(
        page.headers()
            .firstValue("Content-Security-Policy")
            .orElse("")
            .startsWith("default-src 'none'; script-src 'self'"));
    assertTrue(
        Stream.of("http://", "https://", " style=", " onclick=", "<style")
            .noneMatch(page.body()::contains),
        page.body());
    assertEquals(404, get("/terminals/nobody").statusCode());
    assertEquals(404, get("/api/terminals/nobody").statusCode());
  }

  @Test
  @Order(1)
  void storesRecordsOnceAndAcknowledgesThemAndLeavesTheLivePictureAlone() throws Exception {
    try (var node = connected("T621121007")) {
      await("/api/terminals/T621121007", has("\"state\":\"online\"", "receipt"));
      List<TerminalRecord> kept = records(100);
      node.records(kept.subList(0, 3), Map.of("app/state", MetricValue.of("crash_loop")));
      until(() -> node.acknowledged().equals(List.of(102L)));
      node.records(kept, Map.of()); // the acknowledgement got lost, so it sends them again
      until(() -> node.acknowledged().equals(List.of(102L, 105L)));
      assertEquals(6, storedRecords("T621121007"));
      String page = await("/terminals/T621121007", has("凭条打印机：缺纸", "凭条打印机已恢复（缺纸）", "磁盘空间不足"));
      assertTrue(page.contains("业务程序异常退出（退出码 1，共 2 次）"), page);
      assertTrue(page.contains("java.lang.Error at org.jiujin.Some.method(Some.java:1)"), page);
      assertTrue(
          get("/api/terminals/T621121007").body().contains("\"appState\":\"ready\""),
          "a late value is not the present");
      assertEquals(41, doneOn("T621121007", LocalDate.of(2026, 11, 20)));
      assertEquals(0, node.rebirths());
    }
  }

  @Test
  @Order(1)
  void storesNothingOfATerminalThatSendsTooMuchUntilItCalmsDown() throws Exception {
    try (var node = connected("T621121008")) {
      await("/api/terminals/T621121008", has("\"state\":\"online\"", "receipt"));
      for (int i = 0; i < 60; i++) {
        node.records(records(1000 + 10 * i), Map.of());
      }
      node.data("", Map.of("app/state", MetricValue.of("serving")));
      await("/api/terminals/T621121008", has("\"appState\":\"serving\""));
      int heard = node.acknowledged().size();
      assertTrue(heard >= 20 && heard < 40, heard + " of 60 batches");
      until(() -> storedRecords("T621121008") == 6L * node.acknowledged().size());
    }
  }

  @Test
  @Order(1)
  void marksATerminalWhoseIdentityTwoAgentsUse() throws Exception {
    try (var one = connected("T621121009")) {
      one.born(Map.of("sys/boot_id", MetricValue.of("one")));
      one.born(Map.of("sys/boot_id", MetricValue.of("another")));
      one.born(Map.of("sys/boot_id", MetricValue.of("another")));
      one.data("", Map.of("app/state", MetricValue.of("serving")));
      one.born(
          Map.of("sys/boot_id", MetricValue.of("another"), "app/state", MetricValue.of("frozen")));
      await("/api/terminals/T621121009", has("\"appState\":\"frozen\""));
      assertTrue(!get("/").body().contains("身份重复"), "an agent that was started anew");
      one.born(Map.of("sys/boot_id", MetricValue.of("one")));
      await("/terminals/T621121009", has("身份重复"));
      await("/", has("身份重复"));
    }
  }

  @Test
  @Order(3)
  @AnnouncesLoggedException(Exception.class)
  void acknowledgesNothingThatADatabaseHeardAndDidNotKeep() throws Exception {
    List<TerminalRecord> kept = records(7);
    try (var node = connected("T621121010")) {
      await("/api/terminals/T621121010", has("\"state\":\"online\"", "receipt"));
      try (Connection other = database().getConnection()) {
        other.setAutoCommit(false);
        other.createStatement().execute("lock table terminal_record in exclusive mode");
        node.records(kept, Map.of());
        until(() -> inserting(other)); // received, and not committed
        killDatabase();
      } catch (SQLException expected) {
        assertTrue(expected.getMessage() != null); // the connection ends with the server
      }
      stopConsole(); // it can say no more
      assertEquals(List.of(), node.acknowledged());
    }
    console = startConsole();
    await("/health", text -> !text.contains("false"));
    try (var node = connected("T621121010")) {
      await("/api/terminals/T621121010", has("\"state\":\"online\"", "receipt"));
      assertEquals(0, storedRecords("T621121010"));
      node.records(kept, Map.of());
      until(() -> node.acknowledged().equals(List.of(12L)));
      assertEquals(6, storedRecords("T621121010"));
    }
  }

  @Test
  @Order(1)
  void keepsTheHeadsOfAuditJournalsAndSaysWhatDoesNotFit() throws Exception {
    String name = "T621121050";
    String page = "/terminals/" + name;
    String chain = "0123456789abcdef";
    String other = "fedcba9876543210";
    try (var node = connected(name)) {
      await("/api/terminals/" + name, has("\"state\":\"online\""));
      assertTrue(get(page).body().contains("终端尚未上报"));
      heads(node, 1, auditHead(chain, 5, 'a', 0), auditHead(chain, 9, 'b', 0));
      await(page, has("连续，与历次上报一致", "bbbbbbbbbbbb", ">9<"));
      heads(node, 3, auditHead(chain, 9, 'b', 0)); // told again, as after a restart
      heads(node, 4, auditHead(chain, 9, 'b', 7));
      await(page, has("有 7 条记录未能写入终端磁盘"));
      heads(node, 5, auditHead("", 0, "", 9));
      await(page, has("有 9 条记录未能写入终端磁盘", "bbbbbbbbbbbb"));
      heads(node, 6, auditHead(chain, 10, 'c', 0));
      await(page, has("连续，与历次上报一致", "cccccccccccc"));
      assertEquals(
          List.of(chain + " 10", chain + " 9", chain + " 5"),
          get("/api/terminals/" + name + "/audit-heads")
              .body()
              .lines()
              .map(line -> line.substring(0, line.indexOf(' ', 17)))
              .toList());

      heads(node, 7, auditHead(chain, 8, 'd', 0));
      await(page, has("需要核查", "上报过 10 条，现在只有 8 条"));
      heads(node, 8, auditHead(chain, 9, 'e', 0), auditHead(chain, 10, 'e', 0));
      await(page, has("第 9 条审计记录与上报过的不一致"));
      assertTrue(!get(page).body().contains("第 10 条"), "one stands for all");
      heads(node, 10, auditHead(other, 2, 'f', 0));
      await(page, has("换成了另一份：原有 10 条，新的有 2 条"));
      heads(node, 11, auditHead("no\u0000chain", 3, 'f', 0), auditHead(other, 3, 'a', 0));
      await(page, has(">3<", "aaaaaaaaaaaa"));
      until(() -> node.acknowledged().contains(12L));
    }
  }

  private static void heads(EdgeNode node, long from, RecordBody... bodies) throws MqttException {
    node.records(
        IntStream.range(0, bodies.length)
            .mapToObj(
                i -> new TerminalRecord(from + i, Instant.parse("2026-11-20T16:00:00Z"), bodies[i]))
            .toList(),
        Map.of());
  }

  private static RecordBody auditHead(String chain, long count, char digit, long unwritten) {
    return auditHead(chain, count, String.valueOf(digit).repeat(64), unwritten);
  }

  private static RecordBody auditHead(String chain, long count, String hash, long unwritten) {
    return new RecordBody.AuditHead(chain, count, hash, unwritten);
  }

  private static List<TerminalRecord> records(long from) {
    List<RecordBody> bodies =
        List.of(
            new RecordBody.FaultRaised("receipt", "PAPER_END", Mend.STAFF),
            new RecordBody.FaultCleared("receipt", "PAPER_END"),
            new RecordBody.DiskLow(100),
            new RecordBody.DayCounted(LocalDate.of(2026, 11, 20), 50, 41, 2, 1),
            new RecordBody.AppEnded(1, "java.lang.Error at org.jiujin.Some.method(Some.java:1)", 2),
            new RecordBody.Other("never-heard-of", Map.of("a\u0000", "b\u0000")));
    return IntStream.range(0, bodies.size())
        .mapToObj(
            i -> new TerminalRecord(from + i, Instant.parse("2026-11-20T16:00:00Z"), bodies.get(i)))
        .toList();
  }

  private static DataSource database() {
    return Objects.requireNonNull(console).getBean(DataSource.class);
  }

  private static long storedRecords(String terminal) {
    return JdbcClient.create(database())
        .sql("select count(*) from terminal_record where terminal_id = ?")
        .param(terminal)
        .query(Long.class)
        .single();
  }

  private static long doneOn(String terminal, LocalDate day) {
    return JdbcClient.create(database())
        .sql("select done from daily_count where terminal_id = ? and day = ?")
        .param(terminal)
        .param(day)
        .query(Long.class)
        .single();
  }

  private static boolean inserting(Connection connection) {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select 1 from pg_locks where not granted and relation = 'terminal_record'::regclass")) {
      return rows.next();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void killDatabase() throws IOException {
    Path note = data.resolve("postgres").resolve("cluster").resolve("postmaster.pid");
    long pid = Long.parseLong(Files.readAllLines(note).getFirst().strip());
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
  }

  @Test
  @Order(2)
  void remembersTerminalsOverARestartAndHearsThemAgain() throws Exception {
    try (var node = connected("T621121006")) {
      node.data(
          "receipt",
          Map.of("state", MetricValue.of("degraded"), "fault", MetricValue.of("PAPER_NEAR_END")));
      await("/api/terminals/T621121006", has("\"state\":\"degraded\"", "PAPER_NEAR_END"));
    } // leaves without a death: Artemis logs what it cannot deliver when it stops under a connected
    // client
    stopConsole();
    console = startConsole();
    String kept = await("/api/terminals/T621121006", has("PAPER_NEAR_END"));
    assertTrue(kept.contains("\"state\":\"degraded\""), kept);
    assertTrue(kept.contains("\"doneToday\":3"), kept);
    await("/health", text -> !text.contains("false"));
    try (var node = connected("T621121006")) {
      await("/api/terminals/T621121006", has("\"state\":\"online\""));
      assertEquals(0, node.rebirths());
    }
  }

  private static EdgeNode connected(String name) throws MqttException {
    var node = new EdgeNode(broker, GROUP, name, 5, InstantSource.system());
    node.born(
        Map.of(
            "app/state", MetricValue.of("ready"),
            "app/version", MetricValue.of("0.1.0"),
            "app/sessions_today", MetricValue.of(4),
            "app/outbox_depth", MetricValue.of(1),
            "svc/business_done_today", MetricValue.of(3),
            "svc/business_stored_today", MetricValue.of(1)));
    node.deviceBorn("idcard", READY);
    node.deviceBorn("receipt", READY);
    return node;
  }

  private static ConfigurableApplicationContext startConsole() {
    return new SpringApplicationBuilder(FleetConsole.class)
        .registerShutdownHook(false)
        .run(
            "--server.port=" + web,
            "--console.broker.port=" + broker,
            "--console.data=" + data,
            "--console.configuration.folder=" + data.resolve("fleet"),
            "--console.configuration.look-every=200ms",
            "--console.configuration.first-retry=2s",
            "--console.ingest.devices-within=2s");
  }

  private static void stopConsole() {
    if (console != null) {
      console.close();
      console = null;
    }
  }

  /// Follows `/events` until a line fits.
  private static CompletableFuture<Boolean> listen(Predicate<String> wanted) {
    var request = HttpRequest.newBuilder(uri("/events")).build();
    HttpResponse<Stream<String>> stream =
        HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofLines()).join();
    assertEquals(200, stream.statusCode());
    return CompletableFuture.supplyAsync(() -> {
      try (Stream<String> lines = stream.body()) {
        return lines.anyMatch(wanted);
      }
    });
  }

  /// Asks until the answer fits, thirty seconds at most.
  private static String await(String path, Predicate<String> wanted) throws Exception {
    long deadline = System.nanoTime() + SOON.toNanos();
    String body = get(path).body();
    while (!wanted.test(body) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      body = get(path).body();
    }
    assertTrue(wanted.test(body), path + " still says " + body);
    return body;
  }

  private static void until(java.util.function.BooleanSupplier condition) {
    long deadline = System.nanoTime() + SOON.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    assertTrue(condition.getAsBoolean());
  }

  private static Predicate<String> has(String... parts) {
    return text -> Stream.of(parts).allMatch(text::contains);
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(uri(path)).timeout(SOON).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static URI uri(String path) {
    return URI.create("http://127.0.0.1:" + web + path);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
