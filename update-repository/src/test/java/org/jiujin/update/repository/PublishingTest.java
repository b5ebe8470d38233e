package org.jiujin.update.repository;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiujin.update.trust.metadata.SigningKey;
import org.jiujin.update.trust.release.ReleaseId;
import org.jiujin.update.trust.release.ReleaseKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From staging to what a terminal believes.
class PublishingTest {
  @TempDir Path folder;

  @Test
  void aFreshRepositoryIsBelieved() throws Exception {
    TestRepository repository = TestRepository.published(folder);
    assertEquals(List.of(), repository.check().all(repository.firstRoot(), _ -> {}));
    assertEquals(List.of(), repository.staging().staged());
  }

  @Test
  void keysAreForTheirOwnerOnlyAndNotWhereTheyAreServed() throws Exception {
    TestRepository repository = TestRepository.signed(folder);
    try (Stream<Path> keys = Files.list(repository.keys.folder())) {
      for (Path key : keys.toList()) {
        assertEquals(
            "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
      }
    }
    // three of root, one of each other role
    assertEquals(11, repository.keys.all().size());
    assertFalse(repository.keys.folder().startsWith(repository.layout.root()));
  }

  @Test
  void nothingIsPublishedWithTooFewSignatures() throws Exception {
    TestRepository whole = TestRepository.staged(folder);
    whole.staging().sign(whole.keys("root-1", "timestamp-1", "snapshot-1"));
    RepositoryException e = assertThrows(RepositoryException.class, whole::publish);
    assertTrue(e.getMessage().startsWith("root is signed by 1 keys where 2"), e.getMessage());
    assertFalse(Files.exists(whole.layout.timestamp()));
    // the second key comes on another day, from another stick
    whole.staging().sign(whole.keys("root-3"));
    assertTrue(whole.staging().staged().getFirst().complete());
    e = assertThrows(RepositoryException.class, whole::publish);
    assertTrue(e.getMessage().startsWith("catalogue is signed by 0"), e.getMessage());
  }

  @Test
  void publishingNeedsTheOnlineKeys() throws Exception {
    TestRepository whole = TestRepository.signed(folder);
    List<SigningKey> offline = whole.keys("root-1", "software-1");
    var e =
        assertThrows(
            RepositoryException.class, () -> new Publisher(whole.layout, whole).publish(offline));
    assertTrue(e.getMessage().startsWith("snapshot needs 1 signatures"), e.getMessage());
  }

  @Test
  void theOnlineKeysAloneKeepItAlive() throws Exception {
    TestRepository repository = TestRepository.published(folder);
    List<SigningKey> online = repository.keys("timestamp-1", "snapshot-1");
    byte[] root = repository.firstRoot();
    for (int day = 0; day < 40; day++) {
      repository.sleep(Duration.ofDays(1));
      new Publisher(repository.layout, repository).publish(online);
      assertEquals(List.of(), repository.check().all(root, _ -> {}));
    }
    // the snapshot was signed when its time came, not every day
    assertTrue(Files.exists(repository.layout.metadata("snapshot", 6)));
    assertFalse(Files.exists(repository.layout.metadata("snapshot", 8)));
    repository.sleep(Duration.ofDays(4));
    assertThrows(RepositoryException.class, () -> repository.check().all(root, _ -> {}));
  }

  @Test
  void whatATerminalWouldRefuseIsNotPublished() throws Exception {
    TestRepository repository = TestRepository.published(folder);
    byte[] before = Files.readAllBytes(repository.layout.timestamp());
    repository.sleep(Duration.ofDays(200)); // the roles' own expiry is over
    RepositoryException e = assertThrows(RepositoryException.class, repository::publish);
    assertTrue(e.getMessage().startsWith("a terminal would refuse this: EXPIRED"), e.getMessage());
    assertArrayEquals(before, Files.readAllBytes(repository.layout.timestamp()));
    for (String role : Staging.delegated()) {
      repository.staging().renew(role);
    }
    repository.release();
    assertEquals(List.of(), repository.check().all(repository.firstRoot(), _ -> {}));
  }

  @Test
  void whatWasStagedForAnOlderRepositoryIsNotPublished() throws Exception {
    TestRepository repository = TestRepository.published(folder);
    repository.staging().renew("software");
    repository.staging().sign(repository.keys.all());
    Path staged = repository.layout.staged("software");
    byte[] second = Files.readAllBytes(staged);
    repository.publish();
    repository.sleep(Duration.ofSeconds(1));
    repository.staging().renew("software");
    repository.release();
    Files.write(staged, second);
    RepositoryException e = assertThrows(RepositoryException.class, repository::publish);
    assertTrue(e.getMessage().contains("but 3 is published"), e.getMessage());
  }

  @Test
  void anAttemptThatBrokeOffAtAnyFileIsCarriedOn() throws Exception {
    for (int files = 0; files <= 4; files++) {
      Path place = Files.createDirectories(folder.resolve("try" + files));
      TestRepository repository = TestRepository.published(place);
      Path image = repository.image("image", Map.of("a", utf8("text " + files)));
      repository.add(ReleaseKind.APP, "1", image);
      repository.staging().renew("root");
      repository.staging().sign(repository.keys.all());
      breakOff(repository, files);
      assertEquals(List.of(), repository.check().all(repository.firstRoot(), _ -> {}));
      repository.publish();
      assertEquals(List.of(), repository.check().all(repository.firstRoot(), _ -> {}));
      assertEquals(1, repository.releases().list(ReleaseKind.APP).size());
      assertEquals(List.of(), repository.staging().staged());
    }
  }

  /// Leaves only the first files of what a publication writes, in its order.
  private static void breakOff(TestRepository repository, int files) throws Exception {
    Layout layout = repository.layout;
    byte[] timestamp = Files.readAllBytes(layout.timestamp());
    byte[] root = Files.readAllBytes(layout.staged("root"));
    byte[] software = Files.readAllBytes(layout.staged("software"));
    repository.publish();
    List<Path> written =
        List.of(
            layout.metadata("root", 2),
            layout.metadata("software", 2),
            layout.metadata("snapshot", 2));
    for (int i = files; i < written.size(); i++) {
      Files.delete(written.get(i));
    }
    if (files < 4) {
      Files.write(layout.timestamp(), timestamp);
    }
    Files.write(layout.staged("root"), root);
    Files.write(layout.staged("software"), software);
  }

  @Test
  void everyRoleChangesItsKeys() throws Exception {
    TestRepository repository = TestRepository.published(folder);
    byte[] root = repository.firstRoot();
    repository.add(ReleaseKind.APP, "1", repository.image("image", Map.of("a", utf8("text"))));
    repository.release();
    for (String role : Staging.roles()) {
      KeyQuorum quorum = RepositoryStatus.quorum(repository.layout, role);
      List<String> before = ids(repository, role);
      repository.staging().rotate(role, quorum, List.of(), repository.keys);
      repository.release();
      assertEquals(List.of(), repository.check().all(root, _ -> {}), role);
      List<String> after = ids(repository, role);
      assertEquals(before.size(), after.size());
      assertTrue(after.stream().noneMatch(before::contains), role);
    }
    assertEquals(1, repository.releases().list(ReleaseKind.APP).size());
  }

  @Test
  void oneLostKeyOfTheRootIsReplacedByTheOthers() throws Exception {
    TestRepository repository = TestRepository.published(folder);
    byte[] root = repository.firstRoot();
    List<SigningKey> left = repository.keys("root-1", "root-2");
    List<String> keep = left.stream().map(key -> key.verifying().id().substring(0, 12)).toList();
    Files.delete(repository.keys.folder().resolve("root-3.pem"));
    repository.staging().rotate("root", new KeyQuorum(2, 3), keep, repository.keys);
    repository.release();
    assertEquals(List.of(), repository.check().all(root, _ -> {}));
    assertTrue(ids(repository, "root").containsAll(keep));
    assertEquals(3, ids(repository, "root").size());
  }

  @Test
  void theOldRootAndTheNewMustBothSign() throws Exception {
    TestRepository repository = TestRepository.published(folder);
    KeyFolder stranger = new KeyFolder(folder.resolve("stranger"));
    repository.staging().rotate("root", new KeyQuorum(1, 1), List.of(), stranger);
    repository.staging().sign(stranger.all());
    RepositoryException e = assertThrows(RepositoryException.class, repository::publish);
    assertTrue(e.getMessage().startsWith("root is signed by 0 keys where 2"), e.getMessage());
    repository.staging().sign(repository.keys("root-1"));
    assertThrows(RepositoryException.class, repository::publish);
    repository.staging().sign(repository.keys("root-2"));
    repository.publish();
    assertEquals(List.of(), repository.check().all(repository.firstRoot(), _ -> {}));
  }

  @Test
  void aKeyThatIsNoneOfTheRolesIsNotKept() throws Exception {
    TestRepository repository = TestRepository.published(folder);
    for (String beginning : List.of("", "xyz")) {
      assertThrows(
          RepositoryException.class,
          () ->
              repository
                  .staging()
                  .rotate("root", new KeyQuorum(2, 3), List.of(beginning), repository.keys));
    }
  }

  @Test
  void initDoesNotTouchARepository() throws Exception {
    TestRepository repository = TestRepository.published(folder);
    assertThrows(
        RepositoryException.class, () -> repository.staging().init(Map.of(), repository.keys));
    for (String role : List.of("snapshot", "timestamp", "firmware")) {
      assertThrows(RepositoryException.class, () -> repository.staging().renew(role));
    }
  }

  @Test
  void aDamagedFileIsNamed() throws Exception {
    TestRepository repository = TestRepository.published(folder);
    Files.writeString(repository.layout.metadata("software", 1), "{");
    var e =
        assertThrows(RepositoryException.class, () -> repository.releases().list(ReleaseKind.APP));
    assertTrue(e.getMessage().contains("1.software.json is damaged"), e.getMessage());
    Files.writeString(repository.keys.folder().resolve("voice-1.pem"), "nothing");
    e = assertThrows(RepositoryException.class, repository.keys::all);
    assertTrue(e.getMessage().contains("voice-1.pem is no key"), e.getMessage());
    var empty = new KeyFolder(folder.resolve("none"));
    assertThrows(RepositoryException.class, empty::all);
  }

  @Test
  void quorumsAreReadOrRefused() throws Exception {
    assertEquals(new KeyQuorum(2, 3), KeyQuorum.read("2/3"));
    for (String wrong : List.of("", "2", "0/1", "3/2", "2/", "10/11", "-1/1")) {
      assertThrows(RepositoryException.class, () -> KeyQuorum.read(wrong), wrong);
    }
  }

  /// The beginnings of the ids of a role's keys, as an operator reads them.
  private static List<String> ids(TestRepository repository, String role) throws Exception {
    String line =
        RepositoryStatus.lines(repository.layout).stream()
            .filter(one -> one.startsWith(role + ":"))
            .findFirst()
            .orElseThrow();
    return List.of(line.substring(line.indexOf(" of ") + 4).split(" ", -1));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aReleaseIsTakenBack() throws Exception {
    TestRepository repository = TestRepository.published(folder);
    Path image = repository.image("image", Map.of("a", utf8("text")));
    repository.add(ReleaseKind.VOICE, "1", image);
    repository.release();
    var id = new ReleaseId(ReleaseKind.VOICE, "1");
    repository.releases().revoke(id);
    repository.release();
    assertEquals(List.of(), repository.releases().list(ReleaseKind.VOICE));
    assertThrows(RepositoryException.class, () -> repository.releases().revoke(id));
  }
}
