package org.jiujin.agent.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jiujin.agent.enrol.EnrolmentPolicy.Timing;
import org.jiujin.fleet.local.LocalMessage;
import org.jiujin.fleet.record.RecordBody;
import org.jiujin.testkit.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/// Two years of a terminal in a moment: power cuts at every step of the disk, clocks that jump, a server that fails, answers that
/// are lost, operators who take their time, turn down and withdraw.
class EnrolmentSimulationTest {
  private static final Instant BEGIN = Instant.parse("2026-11-23T02:00:00Z");
  private static final Duration LIFE = Duration.ofDays(90);
  private static final String TERMINAL = "T621121001";

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger all = (Logger) LoggerFactory.getLogger("org.jiujin.agent.enrol");

  static LongStream seeds() {
    return Seeds.count(15);
  }

  @BeforeEach
  void listen() {
    log.start();
    all.addAppender(log);
    all.setLevel(Level.TRACE);
    all.setAdditive(false); // it says much
  }

  @AfterEach
  void listenNoMore() {
    all.detachAppender(log);
    all.setLevel(null);
    all.setAdditive(true);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isNeverWithoutAnIdentityThatWorksOnceItHadOne(long seed) throws Exception {
    var world = new World(seed);
    for (int step = 0; step < 150; step++) {
      world.live();
      world.check();
    }
    for (ILoggingEvent event : log.list) {
      String line = event.getFormattedMessage() + event.getThrowableProxy();
      for (String code : world.codes) {
        assertFalse(line.contains(code), "a code in the log");
        assertFalse(line.contains(code.replace("-", "")), "a code in the log");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isEnrolledInTheEndWhateverHappenedBefore(long seed) throws Exception {
    var world = new World(seed);
    for (int step = 0; step < 60; step++) {
      world.live();
    }
    world.calm();
    Identity identity = world.papers().identity().orElseThrow();
    assertFalse(identity.life().isOver(world.now));
    assertEquals(LocalMessage.Claim.NONE, world.shown);
  }

  /// Everything around the terminal.
  private static final class World implements EstServer, EnrolmentWatch {
    private final Random random;
    private final PaperAuthority authority = new PaperAuthority();
    private final PowerCutDrawer drawer;
    private final TerminalKeys keys = new SoftKeys();
    private final Map<PublicKey, String> asked = new HashMap<>();
    private final Set<PublicKey> accepted = new HashSet<>();
    private final Map<PublicKey, X509Certificate> given = new HashMap<>();
    private final Set<String> codes = new HashSet<>();
    private Instant now = BEGIN;
    private Duration clockIsWrongBy = Duration.ZERO;
    private LocalMessage.Claim shown = LocalMessage.Claim.NONE;
    private @Nullable Identity had;
    private boolean faults = true;
    private EnrolmentDesk desk;

    World(long seed) {
      random = new Random(seed);
      drawer = new PowerCutDrawer(random);
      desk = newDesk();
    }

    Papers papers() {
      return new Papers(drawer, keys);
    }

    private EnrolmentDesk newDesk() {
      return new EnrolmentDesk(
          TERMINAL,
          new EnrolmentPolicy(Timing.USUAL, random),
          papers(),
          keys,
          this,
          this,
          () -> now.plus(clockIsWrongBy),
          () -> now,
          new SecureRandom());
    }

    void live() throws Exception {
      now = now.plusSeconds(1 + random.nextInt(random.nextInt(4) == 0 ? 3 * 24 * 3600 : 600));
      switch (random.nextInt(12)) {
        case 0 -> drawer.cutPowerAfter(random.nextInt(14));
        case 1 -> drawer.full(random.nextBoolean());
        case 2 -> clockIsWrongBy = Duration.ofDays(random.nextInt(400) - 200);
        case 3 -> clockIsWrongBy = Duration.ZERO;
        case 4, 5 -> accepted.addAll(asked.keySet());
        case 6 -> asked.clear();
        default -> {
          // an ordinary day
        }
      }
      try {
        desk.beat();
      } catch (PowerCutDrawer.PowerCut _) {
        drawer.restart();
        shown = LocalMessage.Claim.NONE;
        desk = newDesk();
      }
    }

    /// From now on all goes well.
    void calm() throws Exception {
      faults = false;
      clockIsWrongBy = Duration.ZERO;
      drawer.full(false);
      drawer.cutPowerAfter(Integer.MAX_VALUE);
      for (int i = 0; i < 40; i++) {
        now = now.plus(Duration.ofMinutes(10));
        accepted.addAll(asked.keySet());
        desk.beat();
      }
    }

    void check() throws Exception {
      Optional<Identity> kept = papers().identity();
      Identity before = had;
      if (before != null && !before.life().isOver(now)) {
        assertTrue(kept.isPresent(), "it had one that works");
        assertFalse(kept.get().life().until().isBefore(before.life().until()), "an older one");
      }
      if (kept.isPresent()) {
        assertBelongs(kept.get());
        had = kept.get();
      }
      if (!shown.code().isEmpty()) {
        codes.add(shown.code());
      }
    }

    private static void assertBelongs(Identity identity) throws Exception {
      Signature signature = Signature.getInstance(SigningRequest.ALGORITHM);
      signature.initSign(identity.key());
      byte[] signed = signature.sign();
      signature.initVerify(identity.certificate().getPublicKey());
      assertTrue(signature.verify(signed), "key and certificate are of two identities");
    }

    @Override
    public EstAnswer enrol(Claim claim) {
      codes.add(claim.code().text());
      PublicKey key = claim.keys().getPublic();
      if (trouble()) {
        return new EstAnswer.Failed("unreachable", "no route");
      }
      if (faults && random.nextInt(30) == 0) {
        return new EstAnswer.Refused();
      }
      String code = asked.putIfAbsent(key, claim.code().text());
      assertTrue(code == null || code.equals(claim.code().text()), "one key, one code");
      return accepted.contains(key) ? answer(key) : new EstAnswer.Waits(Duration.ofSeconds(15));
    }

    @Override
    public EstAnswer renew(Identity present, KeyPair fresh) {
      assertFalse(present.certificate().getPublicKey().equals(fresh.getPublic()), "a new key");
      boolean over = present.life().isOver(now);
      return trouble() || over
          ? new EstAnswer.Failed("unreachable", "no route")
          : answer(fresh.getPublic());
    }

    private EstAnswer answer(PublicKey key) {
      X509Certificate certificate =
          given.computeIfAbsent(
              key,
              one -> {
                try {
                  return authority.certificate(one, TERMINAL, now.minusSeconds(600), LIFE);
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });
      boolean lost = faults && random.nextInt(5) == 0;
      boolean notNow =
          now.plus(clockIsWrongBy).isAfter(certificate.getNotAfter().toInstant())
              || now.plus(clockIsWrongBy).isBefore(certificate.getNotBefore().toInstant())
              || now.isAfter(certificate.getNotAfter().toInstant());
      if (notNow) {
        given.remove(key);
      }
      return lost || notNow
          ? new EstAnswer.Failed("bad-certificate", "lost, or not good by our clock")
          : new EstAnswer.Issued(List.of(certificate));
    }

    private boolean trouble() {
      return faults && random.nextInt(3) == 0;
    }

    @Override
    public void claimIs(LocalMessage.Claim claim) {
      shown = claim;
    }

    @Override
    public void certificateEndsIn(int days) {
      assertTrue(days < 500, "nonsense");
    }

    @Override
    public void tell(RecordBody body) {
      assertTrue(body.kind().startsWith("certificate-"), body::kind);
    }
  }
}
