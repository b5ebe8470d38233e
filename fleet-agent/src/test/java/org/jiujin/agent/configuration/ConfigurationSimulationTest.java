package org.jiujin.agent.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.jiujin.agent.command.Outcome;
import org.jiujin.agent.configuration.ConfigurationPolicy.Input;
import org.jiujin.fleet.command.CommandState;
import org.jiujin.fleet.configuration.Effective;
import org.jiujin.fleet.local.LocalMessage;
import org.jiujin.fleet.record.RecordBody;
import org.jiujin.testkit.Seeds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A terminal that is given configurations, old ones too, while its app fails, its power goes at every step of every file, its disk
/// refuses or rots and its clock jumps.
class ConfigurationSimulationTest {
  private static final int STEPS = 160;
  private static final int VERSIONS = 40;
  private static final Map<String, Integer> BACK = new ConcurrentHashMap<>();
  private static final List<ByteString> WRITTEN = documents();

  @ParameterizedTest
  @MethodSource("seeds")
  void alwaysOneWholeConfigurationIsInForceAndNoWayBackIsSecret(long seed) {
    var world = new World(seed);
    world.start();
    for (int step = 0; step < STEPS; step++) {
      try {
        world.happen();
      } catch (PowerCut _) {
        world.powerCuts++;
        world.start();
      }
      world.check();
    }
  }

  /// What never happened was not tried.
  @AfterAll
  static void sawEverything() {
    assertTrue(
        BACK.keySet().containsAll(List.of("to nothing", "to the last good one", "proven")),
        BACK.toString());
  }

  static LongStream seeds() {
    return Seeds.count(200);
  }

  private static List<ByteString> documents() {
    List<ByteString> documents = new ArrayList<>();
    for (int version = 1; version <= VERSIONS; version++) {
      documents.add(
          Documents.signed(
              version,
              Map.of(
                  "place.hotline", "1234" + version % 10,
                  "disk.low-mb", String.valueOf(100 + version),
                  "broker.keep-alive-seconds", String.valueOf(60 + version / 3))));
    }
    return documents;
  }

  private static final class PowerCut extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final class World implements Tuned, ConfigurationStore {
    private final Random random;
    private final Map<String, byte[]> disk = new HashMap<>();
    private final List<RecordBody.ConfigurationFellBack> told = new ArrayList<>();
    private Effective acted = Effective.NOTHING;
    private ConfigurationDesk desk;
    private Instant now = Documents.AT;
    private boolean online = true;
    private boolean diskRefuses;
    private long version;
    private int powerCuts;
    private int rotten;
    private final boolean rots;

    World(long seed) {
      random = new Random(seed);
      rots = random.nextInt(3) == 0;
      desk = desk();
    }

    private ConfigurationDesk desk() {
      var policy =
          new ConfigurationPolicy(
              new ConfigurationPolicy.Terminal(Documents.GROUP, Documents.TERMINAL),
              ConfigurationPolicy.Limits.usual(Duration.ofMinutes(5)));
      return new ConfigurationDesk(
          policy,
          new ConfigurationMemory(this),
          () -> Documents.TRUSTED,
          this,
          _ -> {},
          body -> told.add((RecordBody.ConfigurationFellBack) body));
    }

    /// After a power cut the agent begins again, which may be cut off too.
    void start() {
      for (boolean up = false; !up; ) {
        try {
          desk = desk();
          desk.begin(now);
          up = true;
        } catch (PowerCut _) {
          powerCuts++;
        }
      }
    }

    void happen() {
      switch (random.nextInt(14)) {
        case 0, 1 -> arrive();
        case 2 -> desk.take(new Input.AppTook(now, desk.state().version(), List.of()));
        case 3 -> desk.take(new Input.AppEnded(random.nextInt(3) > 0));
        case 4 -> desk.take(new Input.AppGreeted());
        case 5 -> took();
        case 6 -> {
          if (random.nextInt(6) == 0) {
            desk.take(new Input.AppRests());
          }
        }
        case 7 -> online = random.nextInt(4) > 0;
        case 8 -> diskRefuses = random.nextInt(4) == 0;
        case 9 -> {
          if (random.nextInt(8) == 0) {
            desk.take(new Input.Stopping());
            start();
          }
        }
        case 10 -> now = now.plusSeconds(random.nextInt(4000) - 1000L); // a clock that jumps
        case 11 -> rot();
        default -> {
          now = now.plusSeconds(random.nextInt(400));
          desk.take(new Input.Tick(now, online));
        }
      }
    }

    private void arrive() {
      long highest = desk.state().version();
      long near =
          Math.clamp(highest - 1 + random.nextInt(4), 0, VERSIONS - 1); // one too old perhaps
      ByteString signed = WRITTEN.get((int) near);
      boolean whole = random.nextInt(4) > 0;
      Outcome outcome =
          desk.arrived(whole ? signed : signed.substring(0, random.nextInt(signed.size())), now);
      if (outcome.state() == CommandState.DONE) {
        assertTrue(whole, "a cut one was taken");
        assertTrue(desk.state().version() >= highest, "an older one was taken");
        assertTrue(
            rotten > 0 || signed.equals(onDisk(CURRENT)), "in force before it was on the disk");
      } else {
        assertNotEquals(CommandState.FAILED, outcome.state());
      }
    }

    private void took() {
      List<String> refused = random.nextInt(4) == 0 ? List.of("place.hotline") : List.of();
      long version = random.nextBoolean() ? desk.state().version() : random.nextInt(VERSIONS);
      desk.take(new Input.AppTook(now, version, refused));
    }

    private void rot() {
      if (!rots) {
        return;
      }
      byte[] bytes = disk.get(List.of(CURRENT, LAST_GOOD, GIVEN_UP).get(random.nextInt(3)));
      if (random.nextInt(6) == 0 && bytes != null) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
        rotten++;
      }
    }

    void check() {
      Effective inForce = desk.state().effective();
      assertEquals(inForce.values(), acted.values(), "what the agent acts by is one document");
      Document document = desk.state().inForce();
      assertTrue(
          document == null || WRITTEN.contains(document.signed()), "a document that was signed");
      long before = version;
      version = desk.state().version();
      if (desk.state().lastGood() != null && version > 0 && desk.state().trial() == null) {
        BACK.merge("proven", 1, Integer::sum);
      }
      if (version < before) {
        // the alarm may be lost with the power, but then the document is known to be given up or
        // the disk is rotten
        Document givenUp = desk.state().givenUp();
        boolean said = told.stream().anyMatch(one -> one.to() == version);
        BACK.merge(document == null ? "to nothing" : "to the last good one", 1, Integer::sum);
        boolean known = givenUp != null && givenUp.version() > version;
        assertTrue(said || known, "went back from " + before + " to " + version + " in secret");
        if (rotten == 0) {
          assertTrue(known, "without rot only what is given up is left");
        }
      }
      if (powerCuts == 0 && rotten == 0 && !told.isEmpty()) {
        assertTrue(told.getLast().from() > told.getLast().to());
      }
    }

    private ByteString onDisk(String name) {
      byte[] bytes = disk.get(name);
      return bytes == null ? ByteString.EMPTY : ByteString.copyFrom(bytes);
    }

    @Override
    public void act(Effective effective) {
      acted = effective;
    }

    @Override
    public void tellApp(LocalMessage.Settings settings) {
      assertEquals(
          settings.version(), desk.state().version(), "the app is told of what is in force");
    }

    @Override
    public boolean online() {
      return online;
    }

    @Override
    public Optional<byte[]> read(String name) {
      return Optional.ofNullable(disk.get(name)).map(byte[]::clone);
    }

    /// As a file that is replaced as a whole: after a power cut the old one or the new one is there.
    @Override
    public void write(String name, byte[] bytes) throws IOException {
      if (diskRefuses) {
        throw new IOException("refused");
      }
      int cut = random.nextInt(20);
      if (cut != 0) {
        disk.put(name, bytes.clone());
      }
      if (cut <= 1) {
        throw new PowerCut();
      }
    }
  }
}
