package org.jiujin.kiosk.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jiujin.device.DevicePort;
import org.jiujin.device.escpos.EscPosPrinters;
import org.jiujin.device.escpos.EscPosProfile;
import org.jiujin.device.sam.SamReaders;
import org.jiujin.device.virtual.MemoryPort;
import org.jiujin.device.virtual.VirtualCards;
import org.jiujin.device.virtual.VirtualReceiptPrinter;
import org.jiujin.device.virtual.VirtualSamReader;
import org.jiujin.kiosk.application.ApplicationOutbox;
import org.jiujin.kiosk.application.Filing;
import org.jiujin.kiosk.application.KeyFile;
import org.jiujin.kiosk.application.OutboxFile;
import org.jiujin.kiosk.application.OutboxSender;
import org.jiujin.kiosk.application.SealingAlgorithm;
import org.jiujin.kiosk.application.TerminalKeys;
import org.jiujin.kiosk.audit.AuditTrail;
import org.jiujin.kiosk.catalogue.Catalogue;
import org.jiujin.kiosk.catalogue.FieldKind;
import org.jiujin.kiosk.catalogue.FormField;
import org.jiujin.kiosk.identity.CardIdentification;
import org.jiujin.kiosk.identity.Person;
import org.jiujin.kiosk.identity.Signature;
import org.jiujin.kiosk.journey.Acknowledgement;
import org.jiujin.kiosk.journey.Draft;
import org.jiujin.kiosk.journey.Event;
import org.jiujin.kiosk.journey.Printing;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.paper.NumberSeal;
import org.jiujin.kiosk.paper.ReceiptComposer;
import org.jiujin.kiosk.platform.ProvincialPlatform;
import org.jiujin.kiosk.terminal.Counters;
import org.jiujin.kiosk.terminal.TerminalDevices;
import org.jiujin.kiosk.terminal.TerminalProfile;
import org.jiujin.sandbox.PlatformSandbox;
import org.jiujin.sandbox.RunningSandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole visit without a screen: the shipped matter, the real drivers on virtual devices, the real store, and the real
/// platform stand-in.
class WholeVisitTest {
  private static final Path HOME = Path.of(System.getProperty("kiosk.home", ".."));
  private static final InstantSource TIME = InstantSource.system();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final List<String> NONE = List.of();
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  @TempDir private Path data;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final ExecutorService turns = Executors.newSingleThreadExecutor();
  private RunningSandbox sandbox;
  private final MemoryPort readerPort = new MemoryPort();
  private final MemoryPort printerPort = new MemoryPort();
  private final VirtualSamReader reader = opened(new VirtualSamReader(readerPort));
  private final VirtualReceiptPrinter printer =
      opened(new VirtualReceiptPrinter(printerPort, new Font(Font.DIALOG, Font.PLAIN, 24), 1000));
  private Counters counters;
  private AuditTrail trail;
  private Visit visit;
  private List<String> personal = NONE;

  @BeforeEach
  void putTogether() {
    sandbox =
        PlatformSandbox.start("--server.port=0", "--sandbox.data=" + data.resolve("platform"));
    var profile = TerminalProfile.load(HOME, "config/terminals/demo.yaml").orThrow();
    TerminalDevices devices = devices();
    ProvincialPlatform platform = opened(ProvincialPlatform.at(sandbox.address()));
    TerminalKeys keys =
        assertInstanceOf(
                KeyFile.Opening.Ready.class,
                KeyFile.open(data.resolve("key"), SealingAlgorithm.AES_256_GCM))
            .keys();
    ApplicationOutbox outbox =
        opened(
            assertInstanceOf(
                    OutboxFile.Opening.Ready.class,
                    OutboxFile.open(data.resolve("store"), keys.sealer(), TIME))
                .outbox());
    trail = opened(AuditTrail.start(data.resolve("audit"), "0.1.0", TIME));
    OutboxSender sender = opened(OutboxSender.start(outbox, platform, TIME));
    counters = new Counters(data, TIME);
    var effects =
        opened(
            new TerminalEffects(
                devices.session(),
                new CardIdentification(devices.reader(), () -> PATIENCE, TIME, CHINA),
                new PlatformQuestions(platform, profile.id()),
                new FilingDesk(
                    new Filing(outbox, platform, sender, profile.id()),
                    counters,
                    profile.id(),
                    TIME),
                devices.printer(),
                new ReceiptComposer(() -> profile, new NumberSeal(keys.receiptKey())),
                counters,
                trail));
    visit = new Visit(turns, effects);
  }

  private TerminalDevices devices() {
    reader.plug();
    printer.plug();
    return opened(
        new TerminalDevices(
            SamReaders.open(new DevicePort("idcard", "memory", true), readerPort, TIME),
            EscPosPrinters.open(
                new DevicePort("receipt", "memory", true),
                printerPort,
                EscPosProfile.COMMON,
                TIME)));
  }

  @AfterEach
  void takeApart() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
    sandbox.close();
    turns.shutdownNow();
    assertTrue(turns.awaitTermination(5, TimeUnit.SECONDS));
  }

  @Test
  void endsAcceptedWithTheCaseNumberOnPaperAndNothingPersonalLeft() throws Exception {
    toSummary();
    WeakReference<Person> resident =
        new WeakReference<>(at(State.Reviewing.class).draft().person());
    personal = personalIn(at(State.Reviewing.class).draft());
    sign();
    var accepted =
        assertInstanceOf(
            Acknowledgement.Accepted.class, at(State.Filed.class).kept().acknowledgement());
    await("printed", () -> at(State.Filed.class).printing() instanceof Printing.Done);
    String paper = printer.text(1).orElseThrow().replace(" ", "");
    assertTrue(paper.contains(accepted.caseNumber()), paper);
    assertFalse(paper.contains("甘测试"), "the receipt masks the name");
    visit.send(new Event.Continued());
    visit.send(new Event.LevelChosen(5));
    visit.send(new Event.Rated(List.of()));
    await("farewell", () -> visit.state() instanceof State.Farewell);
    visit.send(new Event.Continued());
    await("wiped", () -> gone(resident));
    assertNull(resident.get());
    assertEquals(1, counters.counts().done());
    await(
        "accounted for",
        () -> journal().contains("session-ended") && journal().contains("rating-given"));
    assertAccount(accepted, journal());
    assertNothingPersonalOnDisk();
  }

  @Test
  void endsStoredHereWhenThePlatformIsDownFromTheConsentOn() {
    toConsent();
    sandbox.close();
    visit.send(new Event.Consented(TIME.instant()));
    fillForm();
    review();
    sign();
    assertInstanceOf(
        Acknowledgement.StoredHere.class, at(State.Filed.class).kept().acknowledgement());
    await("printed", () -> at(State.Filed.class).printing() instanceof Printing.Done);
    assertTrue(printer.text(1).orElseThrow().contains("已存本机"), printer.text(1).orElseThrow());
    assertEquals(1, counters.counts().stored());
    String number = at(State.Filed.class).kept().acknowledgement().localNumber();
    await("accounted for", () -> journal().contains("\"application-stored\""));
    assertTrue(journal().contains(number), journal());
  }

  private static void assertAccount(Acknowledgement.Accepted accepted, String journal) {
    List<String> kinds =
        List.of(
            "chain-began",
            "app-started",
            "session-began",
            "identity-read",
            "application-signed",
            "application-accepted",
            "receipt-printed");
    List<String> lines = journal.lines().toList();
    for (int i = 0; i < kinds.size(); i++) {
      assertTrue(lines.get(i).contains("\"kind\":\"" + kinds.get(i) + '"'), lines.get(i));
    }
    assertTrue(journal.contains("\"how\":\"done\""), journal);
    assertTrue(lines.get(3).contains("\"means\":\"card\""), lines.get(3));
    assertTrue(lines.get(5).contains(accepted.localNumber()), lines.get(5));
    assertTrue(lines.get(5).contains(accepted.caseNumber()), lines.get(5));
    assertTrue(lines.get(5).contains("shehui-baozhang-ka"), lines.get(5));
  }

  private String journal() {
    try (var files = Files.list(data.resolve("audit/current"))) {
      return Files.readString(files.sorted().findFirst().orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void readsTheCardHoweverOftenTheResidentWentBackBefore() throws Exception {
    visit.send(new Event.Touched());
    visit.send(new Event.MatterChosen(Catalogue.load(HOME).orThrow().matters().getFirst()));
    for (int i = 0; i < 50; i++) {
      visit.send(new Event.Continued());
      visit.send(new Event.WentBack());
    }
    visit.send(new Event.Continued());
    turns.submit(() -> {}).get(5, TimeUnit.SECONDS); // the state may be that of an earlier round
    await("asks for the card", () -> visit.state() instanceof State.AwaitingCard);
    reader.lay(VirtualCards.named("citizen").orElseThrow());
    await("identified", () -> visit.state() instanceof State.ConfirmingIdentity);
  }

  @Test
  void tellsTheResidentWhenThePaperIsOutAndPrintsAfterTheRefill() {
    toSummary();
    printer.leavePaper(0);
    sign();
    await("refused", () -> at(State.Filed.class).printing() instanceof Printing.Refused);
    printer.refill();
    await(
        "printed",
        () -> {
          visit.send(new Event.PrintAsked());
          return at(State.Filed.class).printing() instanceof Printing.Done;
        });
    assertEquals(1, printer.strips());
  }

  private void toConsent() {
    visit.send(new Event.Touched());
    visit.send(new Event.MatterChosen(Catalogue.load(HOME).orThrow().matters().getFirst()));
    visit.send(new Event.Continued());
    await("asks for the card", () -> visit.state() instanceof State.AwaitingCard);
    reader.lay(VirtualCards.named("citizen").orElseThrow());
    await("identified", () -> visit.state() instanceof State.ConfirmingIdentity);
    visit.send(new Event.Continued());
    await("consent", () -> visit.state() instanceof State.AskingConsent);
  }

  private void toSummary() {
    toConsent();
    visit.send(new Event.Consented(TIME.instant()));
    fillForm();
    review();
  }

  private void fillForm() {
    await("form", () -> visit.state() instanceof State.FillingForm);
    while (visit.state() instanceof State.FillingForm form) {
      for (FormField field : form.draft().matter().form().steps().get(form.page()).fields()) {
        if (field.appliesTo(form.draft().answers()) && form.draft().answer(field.id()).isEmpty()) {
          visit.send(new Event.Answered(field.id(), answer(field)));
        }
      }
      visit.send(new Event.Continued());
      await(
          "next page",
          () -> !(visit.state() instanceof State.FillingForm now) || now.page() != form.page());
    }
  }

  private static String answer(FormField field) {
    return field.kind() instanceof FieldKind.Choice choice
        ? choice.options().getFirst().id()
        : "13900000000";
  }

  private void review() {
    await("materials", () -> visit.state() instanceof State.ShowingMaterials);
    visit.send(new Event.Continued());
    await("summary", () -> visit.state() instanceof State.Reviewing);
  }

  private void sign() {
    await(
        "signature",
        () -> {
          visit.send(new Event.Continued());
          return visit.state() instanceof State.Signing;
        });
    visit.send(new Event.Signed(new Signature(new byte[] {(byte) 0x89, 'P', 'N', 'G'})));
    await("filed", () -> visit.state() instanceof State.Filed);
  }

  /// What is personal in a draft; choices are the catalogue's words.
  private static List<String> personalIn(Draft draft) {
    return Stream.concat(
            Stream.of(draft.person().name(), draft.person().number().value()),
            draft.answers().values().stream())
        .filter(value -> value.length() > 1)
        .filter(value -> !value.matches("[a-z-]+"))
        .toList();
  }

  private void assertNothingPersonalOnDisk() throws IOException {
    try (var files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String raw = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (String value : file.startsWith(data.resolve("platform")) ? NONE : personal) {
          assertFalse(
              raw.contains(
                  new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)),
              "something of the draft in " + file);
        }
        assertFalse(raw.contains("13900000000"), "a telephone number in " + file);
        assertFalse(raw.contains("19580312"), "a day of birth in " + file);
      }
    }
  }

  private static boolean gone(WeakReference<Person> person) {
    System.gc();
    return person.get() == null;
  }

  private <S extends State> S at(Class<S> type) {
    return assertInstanceOf(type, visit.state());
  }

  private <T extends AutoCloseable> T opened(T one) {
    open.push(one);
    return one;
  }

  private void await(String what, BooleanSupplier held) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!held.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        fail(what + " did not come about; the state is " + visit.state());
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }
}
