package org.jiujin.update.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiujin.update.trust.json.JsonArray;
import org.jiujin.update.trust.json.JsonObject;
import org.jiujin.update.trust.json.JsonReader;
import org.jiujin.update.trust.json.JsonValue;
import org.jiujin.update.trust.json.JsonWriter;
import org.jiujin.update.trust.json.MalformedJson;
import org.jiujin.update.trust.metadata.MetaFile;
import org.jiujin.update.trust.metadata.Scheme;
import org.jiujin.update.trust.metadata.SigningKey;
import org.jiujin.update.trust.metadata.TargetFile;
import org.jiujin.update.trust.metadata.TopRole;
import org.jiujin.update.trust.source.FetchFailed;
import org.jiujin.update.trust.source.RepositorySource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The attacks of the TUF specification (1.5.2), each by a repository that tries it.
class AttackTest {
  private final TestRepository repository = TestRepository.published();
  private final ClientUnderTest client = ClientUnderTest.trusting(repository);

  private void refreshed() {
    client.refresh(repository);
  }

  @Nested
  class ArbitrarySoftware {
    @ParameterizedTest
    @EnumSource(TopRole.class)
    void aStrangersKeyCountsForNothing(TopRole role) {
      refreshed();
      repository.signers.put(role.word(), List.of(Keys.fresh()));
      repository.publishAll();
      client.refuses(Refusal.UNSIGNED, repository);
    }

    @ParameterizedTest
    @EnumSource(TopRole.class)
    void noSignatureAtAllIsNotEnough(TopRole role) {
      refreshed();
      repository.signers.put(role.word(), List.of());
      repository.publishAll();
      client.refuses(Refusal.UNSIGNED, repository);
    }

    @ParameterizedTest
    @EnumSource(TopRole.class)
    void theKeyOfAnotherRoleCountsForNothing(TopRole role) {
      refreshed();
      TopRole other = role == TopRole.TIMESTAMP ? TopRole.SNAPSHOT : TopRole.TIMESTAMP;
      repository.signers.put(role.word(), repository.keysOf(other));
      repository.publishAll();
      client.refuses(Refusal.UNSIGNED, repository);
    }

    @Test
    void aRootThatTheTrustedOneDidNotSignIsNotChained() {
      repository.rotate(TopRole.ROOT);
      repository.publishRoot();
      client.refuses(Refusal.UNSIGNED, repository);
      assertEquals(1, client.store.version("root"));
    }

    @Test
    void aRootThatItsOwnKeysDidNotSignIsRefused() {
      List<SigningKey> old = repository.keysOf(TopRole.ROOT);
      repository.rotate(TopRole.ROOT);
      repository.signers.put("root", old);
      repository.publishRoot();
      client.refuses(Refusal.UNSIGNED, repository);
    }

    @Test
    void aShippedRootThatNobodySignedIsNotTaken() {
      repository.signers.put("root", List.of(Keys.fresh()));
      byte[] root = repository.publishRoot();
      UpdateRefused refused =
          assertThrows(UpdateRefused.class, () -> TufClient.trust(root, new DyingStore()));
      assertEquals(Refusal.UNSIGNED, refused.reason());
    }

    @Test
    void withoutATrustedRootNothingIsAskedFor() {
      new ClientUnderTest().refuses(Refusal.NO_TRUSTED_ROOT, repository);
      assertEquals(List.of(), repository.requests);
    }

    @Test
    void aSnapshotInPlaceOfATimestampIsRefusedThoughTheKeyIsRight() {
      SigningKey both = Keys.fresh();
      repository.keys.put(TopRole.TIMESTAMP, new ArrayList<>(List.of(both)));
      repository.keys.put(TopRole.SNAPSHOT, new ArrayList<>(List.of(both)));
      repository.publishAll();
      repository.files.put("timestamp.json", repository.file("2.snapshot.json"));
      client.refuses(Refusal.MALFORMED, repository);
    }
  }

  @Nested
  class Compromise {
    @Test
    void oneKeyOfTwoIsNotEnough() {
      threeKeysTwoNeeded();
      List<SigningKey> three = repository.keysOf(TopRole.TARGETS);
      repository.signers.put("targets", three.subList(0, 1));
      repository.publishAll();
      client.refuses(Refusal.UNSIGNED, repository);
    }

    @Test
    void twoKeysOfThreeAreEnough() {
      threeKeysTwoNeeded();
      List<SigningKey> three = repository.keysOf(TopRole.TARGETS);
      repository.signers.put("targets", three.subList(1, 3));
      repository.publishAll();
      refreshed();
      assertEquals(2, client.store.version("targets"));
    }

    @Test
    void oneKeyUnderTwoIdsCountsOnce() {
      threeKeysTwoNeeded();
      List<SigningKey> three = repository.keysOf(TopRole.TARGETS);
      repository.signers.put("targets", three.subList(0, 1));
      String id = three.getFirst().verifying().id();
      repository.edits.put("root", root -> withAlias(root, id));
      repository.publishAll();
      String targets = "2.targets.json";
      repository.files.put(targets, withSecondSignature(repository.file(targets), "alias"));
      repository.listed.put("targets.json", MetaFile.of(2, repository.file(targets)));
      repository.publishSnapshot();
      repository.publishTimestamp();
      client.refuses(Refusal.UNSIGNED, repository);
    }

    @Test
    void twoSignaturesUnderOneIdAreRefused() {
      String timestamp = "timestamp.json";
      String id = repository.keysOf(TopRole.TIMESTAMP).getFirst().verifying().id();
      repository.files.put(timestamp, withSecondSignature(repository.file(timestamp), id));
      client.refuses(Refusal.MALFORMED, repository);
    }

    @Test
    void aThresholdAboveTheNumberOfKeysIsNeverReached() {
      repository.thresholds.put(TopRole.SNAPSHOT, 2);
      repository.publishAll();
      client.refuses(Refusal.UNSIGNED, repository);
      assertEquals(2, client.store.version("root"), "the root itself is right");
    }

    @Test
    void aBrokenSignatureBesideEnoughGoodOnesDoesNoHarm() {
      repository.keysOf(TopRole.TIMESTAMP).add(Keys.fresh());
      repository.publishAll();
      String timestamp = "timestamp.json";
      String broken =
          text(repository.file(timestamp)).replaceFirst("\"sig\":\"[^\"]*\"", "\"sig\":\"zz\"");
      repository.files.put(timestamp, broken.getBytes(StandardCharsets.UTF_8));
      refreshed();
    }

    @Test
    void aKeyOfAnUnknownSchemeIsPassedOver() {
      repository.edits.put(
          "root",
          root ->
              withKey(
                  root,
                  "other",
                  new JsonObject.Builder()
                      .put("keytype", "sm2")
                      .put("scheme", "sm2-sm3")
                      .put("keyval", new JsonObject.Builder().put("public", "04").build())
                      .build()));
      repository.publishAll();
      refreshed();
      assertEquals(2, client.store.version("root"));
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void everySchemeSignsForARole(Scheme scheme) {
      repository.keys.put(TopRole.TARGETS, new ArrayList<>(List.of(Keys.fresh(scheme))));
      repository.publishAll();
      refreshed();
      assertEquals(2, client.store.version("targets"));
    }

    private void threeKeysTwoNeeded() {
      repository.keys.put(
          TopRole.TARGETS, new ArrayList<>(List.of(Keys.fresh(), Keys.fresh(), Keys.fresh())));
      repository.thresholds.put(TopRole.TARGETS, 2);
    }
  }

  @Nested
  class Rollback {
    @Test
    void anOlderTimestampIsRefused() {
      byte[] old = repository.file("timestamp.json");
      repository.publishTimestamp();
      refreshed();
      repository.files.put("timestamp.json", old);
      client.refuses(Refusal.ROLLBACK, repository);
      assertEquals(2, client.store.version("timestamp"));
    }

    @Test
    void aTimestampThatPointsToAnOlderSnapshotIsRefused() {
      MetaFile first = repository.snapshotTold;
      repository.publish();
      refreshed();
      repository.snapshotTold = first;
      repository.publishTimestamp();
      client.refuses(Refusal.ROLLBACK, repository);
      assertEquals(List.of(1L, 2L, 2L, 2L), client.kept());
    }

    @Test
    void aSnapshotThatPointsToOlderTargetsIsRefused() {
      MetaFile first = repository.told("targets");
      repository.publish();
      refreshed();
      repository.listed.put("targets.json", first);
      repository.publishSnapshot();
      repository.publishTimestamp();
      client.refuses(Refusal.ROLLBACK, repository);
      assertEquals(2, client.store.version("snapshot"));
    }

    @Test
    void aSnapshotThatForgetsARoleIsRefused() {
      repository.delegate("targets", "voice", false, "voice/*");
      repository.publish();
      refreshed();
      repository.listed.remove("voice.json");
      repository.publishSnapshot();
      repository.publishTimestamp();
      client.refuses(Refusal.ROLLBACK, repository);
    }

    @Test
    void anOlderRootUnderTheNextNumberIsRefused() {
      repository.files.put("2.root.json", repository.root(1));
      client.refuses(Refusal.WRONG_VERSION, repository);
    }

    @Test
    void aRootThatLeapsIsRefused() {
      repository.versions.put("root", 6L);
      byte[] leaping = repository.publishRoot();
      repository.files.put("2.root.json", leaping);
      client.refuses(Refusal.WRONG_VERSION, repository);
      assertEquals(1, client.store.version("root"));
    }

    @Test
    void theSameVersionWithOtherContentIsNotLookedAt() {
      refreshed();
      repository.versions.put("timestamp", 0L);
      repository.snapshotTold = MetaFile.of(100);
      repository.publishTimestamp();
      refreshed();
      assertEquals(List.of(1L, 1L, 1L, 1L), client.kept());
    }
  }

  @Nested
  class Freeze {
    @ParameterizedTest
    @EnumSource(TopRole.class)
    void whatIsExpiredIsRefused(TopRole role) {
      repository.expiries.put(role.word(), TestRepository.NOW);
      repository.publishAll();
      client.refuses(Refusal.EXPIRED, repository);
    }

    @Test
    void theKeptTimestampExpiresAsWell() {
      refreshed();
      client.now = TestRepository.NOW.plus(Duration.ofDays(31));
      repository.expiries.put("root", TestRepository.NOW.plus(Duration.ofDays(90)));
      repository.publishRoot();
      client.refuses(Refusal.EXPIRED, repository);
    }

    @Test
    void anExpiredRootStillVouchesForTheNext() {
      refreshed();
      client.now = TestRepository.NOW.plus(Duration.ofDays(31));
      for (TopRole role : TopRole.values()) {
        repository.expiries.put(role.word(), TestRepository.NOW.plus(Duration.ofDays(60)));
      }
      repository.publishAll();
      refreshed();
      assertEquals(List.of(2L, 2L, 2L, 2L), client.kept());
    }

    @Test
    void aClockThatWentBackDoesNotMakeOldFilesFreshAgain() {
      client.now = TestRepository.NOW.plus(Duration.ofDays(10));
      refreshed();
      repository.expiries.put("timestamp", TestRepository.NOW.plus(Duration.ofDays(5)));
      repository.publishTimestamp();
      client.now = TestRepository.NOW.minus(Duration.ofDays(9000));
      client.refuses(Refusal.EXPIRED, repository);
    }

    @Test
    void aClockThatRanAheadSpoilsNothing() {
      client.now = TestRepository.NOW.plus(Duration.ofDays(9000));
      client.refuses(Refusal.EXPIRED, repository);
      client.now = TestRepository.NOW;
      refreshed();
      assertEquals(TestRepository.NOW, client.store.clock);
    }

    @Test
    void timeStandsStillDuringARefresh() {
      repository.expiries.put("targets", TestRepository.NOW.plusSeconds(1));
      repository.publishAll();
      RepositorySource slow =
          (path, most, to) -> {
            client.now = TestRepository.NOW.plusSeconds(3600);
            return repository.fetch(path, most, to);
          };
      client.refresh(slow);
    }
  }

  @Nested
  class FastForward {
    @ParameterizedTest
    @EnumSource(
        value = TopRole.class,
        names = {"TIMESTAMP", "SNAPSHOT"})
    void isRecoveredFromByTakingTheKeyAway(TopRole role) {
      repository.versions.put("timestamp", 1_000_000L);
      repository.versions.put("snapshot", 1_000_000L);
      repository.versions.put("targets", 1_000_000L);
      repository.publish();
      refreshed();
      assertEquals(1_000_001, client.store.version("targets"));
      repository.rotate(role);
      repository.versions.putAll(Map.of("timestamp", 1L, "snapshot", 1L, "targets", 1L));
      repository.publishAll();
      refreshed();
      assertEquals(List.of(2L, 2L, 2L, 2L), client.kept());
      assertTrue(client.heard.contains("root 2 rotated"), client.heard::toString);
    }

    @Test
    void isRecoveredFromThoughAnHonestKeySignedAsWell() {
      repository.keysOf(TopRole.TIMESTAMP).add(Keys.fresh());
      repository.versions.put("timestamp", 1_000_000L);
      repository.publishAll();
      refreshed();
      repository.keysOf(TopRole.TIMESTAMP).removeLast();
      repository.versions.put("timestamp", 1L);
      repository.publishRoot();
      repository.publishTimestamp();
      refreshed();
      assertEquals(2, client.store.version("timestamp"));
    }

    @Test
    void aKeyThatIsOnlyAddedLeavesTheRollbackCheck() {
      repository.publishTimestamp();
      refreshed();
      repository.keysOf(TopRole.TIMESTAMP).add(Keys.fresh());
      repository.publishRoot();
      repository.versions.put("timestamp", 0L);
      repository.publishTimestamp();
      client.refuses(Refusal.ROLLBACK, repository);
    }

    @Test
    void recoversThoughThePowerGoesAtAnyStep() throws Exception {
      for (int step = 0; step < 8; step++) {
        var fresh = TestRepository.published();
        var terminal = ClientUnderTest.trusting(fresh);
        fresh.versions.putAll(Map.of("timestamp", 99L, "snapshot", 99L));
        fresh.keysOf(TopRole.TIMESTAMP).add(Keys.fresh());
        fresh.publishAll();
        terminal.refresh(fresh);
        fresh.keysOf(TopRole.TIMESTAMP).removeLast();
        fresh.versions.putAll(Map.of("timestamp", 9L, "snapshot", 9L));
        fresh.publishAll();
        terminal.store.diesAt = terminal.store.changes + step;
        try {
          terminal.client(fresh).refresh();
        } catch (IOException e) {
          assertEquals("the power is gone", e.getMessage());
        }
        terminal.store.diesAt = -1;
        terminal.refresh(fresh);
        assertEquals(List.of(3L, 10L, 10L, 3L), terminal.kept(), "step " + step);
      }
    }
  }

  @Nested
  class MixAndMatch {
    @ParameterizedTest
    @ValueSource(strings = {"snapshot", "targets"})
    void anotherFileUnderTheNameIsRefusedByItsHash(String role) {
      repository.publish();
      repository.files.put(
          "2.%s.json".formatted(role),
          padded(repository, "1.%s.json".formatted(role), "2.%s.json".formatted(role)));
      client.refuses(Refusal.WRONG_HASH, repository);
    }

    @ParameterizedTest
    @ValueSource(strings = {"snapshot", "targets"})
    void anotherLengthIsRefused(String role) {
      String file = "1.%s.json".formatted(role);
      byte[] whole = repository.file(file);
      repository.files.put(file, Arrays.copyOf(whole, whole.length - 1));
      client.refuses(Refusal.WRONG_LENGTH, repository);
    }

    @ParameterizedTest
    @ValueSource(strings = {"snapshot", "targets"})
    void withoutHashesAnotherVersionIsRefused(String role) {
      repository.tellsHashes = false;
      repository.publish();
      repository.files.put(
          "2.%s.json".formatted(role), repository.file("1.%s.json".formatted(role)));
      client.refuses(Refusal.WRONG_VERSION, repository);
    }

    @Test
    void aRepositoryThatIsBeingWrittenIsRefusedUntilItIsDone() {
      repository.inconsistent().publishAll();
      refreshed();
      repository.publishTargets("targets");
      refreshed();
      repository.publishSnapshot();
      refreshed();
      assertEquals(2, client.store.version("targets"), "the kept files still belong together");
      repository.publishTimestamp();
      refreshed();
      assertEquals(3, client.store.version("targets"));
    }

    private static byte[] padded(TestRepository repository, String other, String right) {
      byte[] bytes = repository.file(other);
      int length = repository.file(right).length;
      byte[] padded = Arrays.copyOf(bytes, length);
      Arrays.fill(padded, Math.min(bytes.length, length), length, (byte) ' ');
      return padded;
    }
  }

  @Nested
  class EndlessData {
    @ParameterizedTest
    @ValueSource(strings = {"2.root.json", "timestamp.json", "1.snapshot.json", "1.targets.json"})
    void isCutOffAtTheLimit(String file) {
      repository.tellsHashes = false;
      repository.versions.clear();
      repository.publishAll();
      ClientUnderTest fresh = ClientUnderTest.trusting(repository);
      repository.files.put(file, new byte[5 << 20]);
      fresh.refuses(Refusal.TOO_LONG, repository);
    }

    @Test
    void aSignedLengthDoesNotLiftTheLimit() {
      repository.snapshotTold = new MetaFile(2, Long.MAX_VALUE, null);
      repository.publishTimestamp();
      client.refuses(Refusal.TOO_LONG, repository);
    }

    @Test
    void rootsWithoutEndAreTakenUpAgainByTheNextRefresh() {
      client.limits = new TrustLimits(512 << 10, 16 << 10, 1 << 20, 4 << 20, 3, 32);
      for (int i = 0; i < 5; i++) {
        repository.publishRoot();
      }
      refreshed();
      assertEquals(4, client.store.version("root"));
      refreshed();
      assertEquals(6, client.store.version("root"));
    }
  }

  @Nested
  class Unreachable {
    @ParameterizedTest
    @ValueSource(strings = {"timestamp.json", "2.snapshot.json", "2.targets.json"})
    void aMissingFileIsSaidAndWhatPassedIsKept(String file) {
      refreshed();
      repository.publish();
      byte[] taken = repository.files.remove(file);
      client.refuses(Refusal.MISSING, repository);
      repository.files.put(file, taken);
      refreshed();
      assertEquals(List.of(1L, 2L, 2L, 2L), client.kept());
    }

    @Test
    void aRootThatCannotBeFetchedIsNotTakenForTheNewest() {
      RepositorySource down =
          (path, most, to) -> {
            throw new FetchFailed(FetchFailed.Kind.UNREACHABLE, "the network is gone");
          };
      client.refuses(Refusal.UNREACHABLE, down);
    }

    @Test
    void slownessIsSaid() {
      RepositorySource slow =
          (path, most, to) -> {
            throw new FetchFailed(FetchFailed.Kind.TOO_SLOW, "one byte a second");
          };
      client.refuses(Refusal.TOO_SLOW, slow);
    }
  }

  @Nested
  class ExtraneousDependencies {
    @Test
    void aDelegatedRoleCannotVouchForAnothersPath() {
      repository.delegate("targets", "voice", false, "voice/*");
      repository.add("voice", "app/extra.jar", "not voice's business");
      repository.publish();
      assertTrue(found("app/extra.jar").isEmpty());
    }

    @Test
    void aFileThatNobodyListsIsNotFound() {
      repository.content.put("stray", new byte[3]);
      assertTrue(found("stray").isEmpty());
    }
  }

  @Nested
  class WrongTarget {
    @TempDir Path folder;

    @Test
    void otherBytesOfTheSameLengthAreRefusedAndTheOldFileStays() throws Exception {
      TargetFile first = downloaded("app.jar", "version 1");
      repository.add("targets", "app.jar", "version 2");
      repository.publish();
      TargetFile second = found("app.jar").orElseThrow();
      repository.content.replaceAll((_, _) -> "VERSION 2".getBytes(StandardCharsets.UTF_8));
      assertEquals(Refusal.WRONG_HASH, refusedTarget(second));
      assertEquals("version 1", Files.readString(folder.resolve("app.jar")));
      assertEquals(first.length(), second.length());
    }

    @Test
    void aShorterFileIsRefused() throws Exception {
      downloaded("app.jar", "version 1");
      Files.delete(folder.resolve("app.jar"));
      repository.content.replaceAll((_, _) -> "version".getBytes(StandardCharsets.UTF_8));
      TargetFile file = found("app.jar").orElseThrow();
      assertEquals(Refusal.WRONG_LENGTH, refusedTarget(file));
      assertFalse(Files.exists(folder.resolve("app.jar.new")), "nothing half stays");
    }

    @Test
    void aLongerFileIsCutOff() throws Exception {
      downloaded("app.jar", "version 1");
      Files.delete(folder.resolve("app.jar"));
      repository.content.replaceAll((_, _) -> new byte[100_000]);
      TargetFile file = found("app.jar").orElseThrow();
      assertEquals(Refusal.TOO_LONG, refusedTarget(file));
    }

    @Test
    void aPathThatClimbsStaysInTheFolder() throws Exception {
      downloaded("../../etc/passwd", "invented");
      assertEquals("invented", Files.readString(folder.resolve("%2E.%2F..%2Fetc%2Fpasswd")));
    }

    @Test
    void whatIsThereIsNotFetchedAgain() throws Exception {
      TargetFile file = downloaded("app.jar", "version 1");
      repository.content.clear();
      new TargetDownload(repository.targetSource(), true, folder).download(file);
    }

    private TargetFile downloaded(String path, String text) throws Exception {
      repository.add("targets", path, text);
      repository.publish();
      TargetFile file = found(path).orElseThrow();
      Path place = new TargetDownload(repository.targetSource(), true, folder).download(file);
      assertEquals(text, Files.readString(place));
      return file;
    }

    private Refusal refusedTarget(TargetFile file) {
      var download = new TargetDownload(repository.targetSource(), true, folder);
      return assertThrows(UpdateRefused.class, () -> download.download(file)).reason();
    }
  }

  @Nested
  class Damage {
    @ParameterizedTest
    @ValueSource(strings = {"timestamp", "snapshot", "targets"})
    void ofAKeptFileIsMendedByTheNextRefresh(String role) {
      refreshed();
      client.store.files.put(role, "{".getBytes(StandardCharsets.UTF_8));
      refreshed();
      assertEquals(List.of(1L, 1L, 1L, 1L), client.kept());
    }

    @Test
    void ofEveryKindOfAFileIsRefusedAndNeverThrowsSomethingElse() throws Exception {
      byte[] right = repository.file("timestamp.json");
      for (int length = 0; length < right.length; length++) {
        repository.files.put("timestamp.json", Arrays.copyOf(right, length));
        client.refuses(Refusal.MALFORMED, repository);
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0.0", "0.9.1", "10.0", "1", "one"})
    void anotherSpecificationIsNotGuessedAt(String version) {
      repository.edits.put(
          "timestamp", said -> with(said, "spec_version", new JsonValue.Text(version)));
      repository.publishTimestamp();
      client.refuses(Refusal.MALFORMED, repository);
    }

    @Test
    void membersThatWeDoNotKnowAreSignedAndPassedOver() {
      repository.edits.put("targets", said -> with(said, "x-note", new JsonValue.Text("一\n\"")));
      repository.publish();
      refreshed();
      assertEquals(2, client.store.version("targets"));
    }
  }

  private Optional<TargetFile> found(String path) {
    return client.finds(repository, path);
  }

  private static JsonObject with(JsonObject said, String name, JsonValue value) {
    Map<String, JsonValue> members = new HashMap<>(said.members());
    members.put(name, value);
    return new JsonObject(members);
  }

  private static JsonObject withKey(JsonObject root, String id, JsonObject key) {
    try {
      return with(root, "keys", with(root.object("keys"), id, key));
    } catch (MalformedJson e) {
      throw new AssertionError(e);
    }
  }

  /// Lists a targets key a second time as «alias».
  private static JsonObject withAlias(JsonObject root, String id) {
    try {
      JsonObject listed = withKey(root, "alias", root.object("keys").object(id));
      JsonObject targets = root.object("roles").object("targets");
      var ids = new ArrayList<>(targets.array("keyids").items());
      ids.add(new JsonValue.Text("alias"));
      return with(
          listed,
          "roles",
          with(root.object("roles"), "targets", with(targets, "keyids", new JsonArray(ids))));
    } catch (MalformedJson e) {
      throw new AssertionError(e);
    }
  }

  /// Adds the first signature once more, under this id.
  private static byte[] withSecondSignature(byte[] file, String id) {
    try {
      JsonObject whole = JsonReader.object(file);
      var all = new ArrayList<>(whole.array("signatures").items());
      all.add(with((JsonObject) all.getFirst(), "keyid", new JsonValue.Text(id)));
      return JsonWriter.document(with(whole, "signatures", new JsonArray(all)));
    } catch (MalformedJson e) {
      throw new AssertionError(e);
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
