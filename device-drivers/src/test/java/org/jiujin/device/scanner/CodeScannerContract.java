package org.jiujin.device.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jiujin.device.DeviceLease;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Eventually;
import org.jiujin.device.Fault;
import org.jiujin.testkit.AnnouncesLoggedException;
import org.junit.jupiter.api.Test;

/// What every scanner must do, however its codes come.
public interface CodeScannerContract {
  Duration PATIENCE = Duration.ofSeconds(5);
  Duration SHORT = Duration.ofMillis(300);
  String LINK = "https://example.invalid/bj/0001?a=1";

  /// The scanner under test, ready.
  CodeScanner scanner();

  /// Shows a code to the scanner, and waits until the driver has taken it in.
  void show(String text);

  /// Shows a code so slowly that something can happen in its middle, and waits until it is taken in.
  void show(String text, Runnable inTheMiddle);

  @Test
  default void readsACode() {
    assertEquals(LINK, scannedAfter(() -> show(LINK)));
  }

  @Test
  default void readsOneCodeAfterTheOther() {
    for (int i = 0; i < 5; i++) {
      var text = "code-" + i;
      assertEquals(text, scannedAfter(() -> show(text)));
    }
  }

  @Test
  default void findsNothingWhenNothingIsShown() {
    assertEquals(new ScanOutcome.Nothing(), scanner().scan(SHORT));
  }

  @Test
  default void dropsWhatNobodyWaitsFor() {
    show(LINK);
    assertEquals(new ScanOutcome.Nothing(), scanner().scan(SHORT));
    assertEquals("code-2", scannedAfter(() -> show("code-2")));
  }

  @Test
  default void dropsTheRestOfACodeThatBeganBefore() throws Exception {
    var waiting = new CopyOnWriteArrayList<CompletableFuture<ScanOutcome>>();
    show(LINK, () -> waiting.add(scanning(() -> scanner().scan(SHORT))));
    assertEquals(new ScanOutcome.Nothing(), waiting.getFirst().get(5, TimeUnit.SECONDS));
    assertEquals("code-2", scannedAfter(() -> show("code-2")));
  }

  @Test
  default void tellsAListenerEveryCode() {
    var heard = new CopyOnWriteArrayList<ScannedCode>();
    var listening = scanner().listen(heard::add).orElseThrow();
    show("code-1");
    show("code-2");
    await(() -> heard.size() == 2);
    assertEquals(List.of("code-1", "code-2"), heard.stream().map(ScannedCode::text).toList());
    listening.close();
    show("code-3");
    assertEquals(new ScanOutcome.Nothing(), scanner().scan(SHORT));
    assertEquals(2, heard.size());
  }

  @Test
  default void takesTheSameCodeTwiceInASecondForOne() {
    var heard = new CopyOnWriteArrayList<ScannedCode>();
    try (var _ = scanner().listen(heard::add).orElseThrow()) {
      show(LINK);
      show(LINK);
      show("code-2");
      await(() -> heard.size() >= 2);
      assertEquals(List.of(LINK, "code-2"), heard.stream().map(ScannedCode::text).toList());
    }
  }

  @Test
  @AnnouncesLoggedException(IllegalStateException.class)
  default void survivesAListenerThatThrows() {
    var heard = new CopyOnWriteArrayList<ScannedCode>();
    try (var _ =
            scanner()
                .listen(code -> {
                  throw new IllegalStateException("a mistake of the test");
                })
                .orElseThrow();
        var _ = scanner().listen(heard::add).orElseThrow()) {
      show("code-1");
      await(() -> heard.size() == 1);
    }
  }

  /// The gravest mistake that a scanner could make.
  @Test
  default void neverHandsACodeToTheNextResident() {
    var first = new CopyOnWriteArrayList<ScannedCode>();
    assertTrue(scanner().lease().acquire("resident-1", Duration.ofMinutes(1)));
    var _ = DeviceLease.as("resident-1", () -> scanner().listen(first::add)).orElseThrow();
    show("code-1");
    await(() -> first.size() == 1);
    scanner().lease().release("resident-1");
    show("code-of-resident-1");
    assertTrue(scanner().lease().acquire("resident-2", Duration.ofMinutes(1)));
    var second = new CopyOnWriteArrayList<ScannedCode>();
    var _ = DeviceLease.as("resident-2", () -> scanner().listen(second::add)).orElseThrow();
    assertEquals(
        new ScanOutcome.Nothing(), DeviceLease.as("resident-2", () -> scanner().scan(SHORT)));
    show("code-2");
    await(() -> second.size() == 1);
    assertEquals("code-2", second.getFirst().text());
    assertEquals(1, first.size(), "nor a code of the second to the first");
  }

  @Test
  default void handsTheRestOfACodeToNobodyWhenTheSessionChangesInItsMiddle() {
    assertTrue(scanner().lease().acquire("resident-1", Duration.ofMinutes(1)));
    var first = new CopyOnWriteArrayList<ScannedCode>();
    var second = new CopyOnWriteArrayList<ScannedCode>();
    var _ = DeviceLease.as("resident-1", () -> scanner().listen(first::add)).orElseThrow();
    show(
        "code-of-resident-1",
        () -> {
          scanner().lease().release("resident-1");
          assertTrue(scanner().lease().acquire("resident-2", Duration.ofMinutes(1)));
          var _ = DeviceLease.as("resident-2", () -> scanner().listen(second::add)).orElseThrow();
        });
    show("code-2");
    await(() -> second.size() == 1);
    assertEquals("code-2", second.getFirst().text());
    assertEquals(0, first.size());
  }

  /// A self-test that listens while nobody holds the scanner must not hear the resident who comes.
  @Test
  default void tellsNobodyButTheHolder() {
    var heard = new CopyOnWriteArrayList<ScannedCode>();
    try (var _ = scanner().listen(heard::add).orElseThrow()) {
      assertTrue(scanner().lease().acquire("resident-1", Duration.ofMinutes(1)));
      assertTrue(scanner().listen(heard::add).isEmpty());
      var failed = assertInstanceOf(ScanOutcome.Failed.class, scanner().scan(SHORT));
      assertEquals(Fault.Code.IN_USE, failed.fault().code());
      show("code-1");
      assertEquals(
          new ScanOutcome.Nothing(), DeviceLease.as("resident-1", () -> scanner().scan(SHORT)));
      assertEquals(0, heard.size());
    }
  }

  @Test
  default void endsAWaitWhenTheSessionEnds() throws Exception {
    assertTrue(scanner().lease().acquire("resident-1", Duration.ofMinutes(1)));
    var waiting =
        scanning(() -> DeviceLease.as("resident-1", () -> scanner().scan(Duration.ofMinutes(1))));
    pause();
    scanner().lease().release("resident-1");
    assertEquals(new ScanOutcome.Cancelled(), waiting.get(2, TimeUnit.SECONDS));
  }

  @Test
  default void endsAWaitWhenCancelled() throws Exception {
    var waiting = scanning(() -> scanner().scan(Duration.ofMinutes(1)));
    pause();
    scanner().cancel();
    assertEquals(new ScanOutcome.Cancelled(), waiting.get(2, TimeUnit.SECONDS));
    assertEquals("code-2", scannedAfter(() -> show("code-2")), "and none that begins later");
  }

  @Test
  default void endsAWaitWhenInterrupted() throws Exception {
    var interrupted = new CompletableFuture<Boolean>();
    var outcome = new CompletableFuture<ScanOutcome>();
    var thread =
        Thread.ofVirtual()
            .start(() -> {
              outcome.complete(scanner().scan(Duration.ofMinutes(1)));
              interrupted.complete(Thread.currentThread().isInterrupted());
            });
    pause();
    thread.interrupt();
    assertEquals(new ScanOutcome.Cancelled(), outcome.get(2, TimeUnit.SECONDS));
    assertTrue(interrupted.get(2, TimeUnit.SECONDS));
  }

  @Test
  default void staysReadyWhileItWaits() throws Exception {
    var waiting = scanning(() -> scanner().scan(Duration.ofSeconds(1)));
    pause();
    assertInstanceOf(DeviceStatus.Ready.class, scanner().status());
    assertEquals(new ScanOutcome.Nothing(), waiting.get(5, TimeUnit.SECONDS));
  }

  @Test
  default void refusesCallsAfterItsEnd() {
    scanner().close();
    scanner().close();
    assertThrows(IllegalStateException.class, () -> scanner().scan(SHORT));
    assertThrows(IllegalStateException.class, () -> scanner().listen(code -> {}));
  }

  @Test
  default void showsNothingPersonal() {
    var code = new ScannedCode(Symbology.QR_CODE, LINK);
    assertFalse(code.toString().contains("example"));
    assertFalse(new ScanOutcome.Scanned(code).toString().contains("example"));
  }

  private String scannedAfter(Runnable hand) {
    try {
      var waiting = scanning(() -> scanner().scan(PATIENCE));
      pause();
      hand.run();
      var outcome = waiting.get(10, TimeUnit.SECONDS);
      return assertInstanceOf(ScanOutcome.Scanned.class, outcome).code().text();
    } catch (InterruptedException | ExecutionException | TimeoutException broken) {
      throw new AssertionError(broken);
    }
  }

  private static CompletableFuture<ScanOutcome> scanning(Supplier<ScanOutcome> scan) {
    return CompletableFuture.supplyAsync(scan, Thread::startVirtualThread);
  }

  /// Lets a wait begin; nothing outside tells when it has.
  private static void pause() {
    long end = System.nanoTime() + Duration.ofMillis(250).toNanos();
    Eventually.within(PATIENCE, () -> "time stands", () -> System.nanoTime() >= end);
  }

  private static void await(BooleanSupplier fact) {
    Eventually.within(PATIENCE, () -> "no code came", fact);
  }
}
