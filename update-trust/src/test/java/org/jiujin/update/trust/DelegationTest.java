package org.jiujin.update.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiujin.update.trust.metadata.SigningKey;
import org.jiujin.update.trust.metadata.TargetFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is asked about a target, and in which order (TUF specification, 5.6.7).
class DelegationTest {
  private final TestRepository repository = TestRepository.published();
  private final ClientUnderTest client = ClientUnderTest.trusting(repository);

  /// Looks for a target; answers the delegated roles that were asked for, in order.
  private List<String> asked(String path) {
    repository.publish();
    client.finds(repository, path);
    return repository.requests.stream()
        .filter(name -> !name.matches(".*(root|timestamp|snapshot|targets)\\.json"))
        .map(name -> name.replaceAll("^\\d+\\.|\\.json$", ""))
        .toList();
  }

  private Optional<TargetFile> found(String path) {
    repository.publish();
    return client.finds(repository, path);
  }

  @Test
  void goesDownBeforeItGoesOn() {
    repository.delegate("targets", "A", false, "*");
    repository.delegate("targets", "B", false, "*");
    repository.delegate("A", "C", false, "*");
    repository.delegate("C", "D", false, "*");
    assertEquals(List.of("A", "C", "D", "B"), asked("file"));
  }

  @Test
  void asksEachRoleOnceThoughTheyFormARing() {
    repository.delegate("targets", "A", false, "*");
    repository.delegate("A", "B", false, "*");
    repository.delegate("B", "A", false, "*");
    assertEquals(List.of("A", "B"), asked("file"));
  }

  @Test
  void asksNobodyAfterATerminatingDelegationButThoseBehindIt() {
    repository.delegate("targets", "A", false, "*");
    repository.delegate("targets", "B", false, "*");
    repository.delegate("A", "C", true, "*");
    repository.delegate("A", "D", false, "*");
    repository.delegate("C", "E", false, "*");
    assertEquals(List.of("A", "C", "E"), asked("file"));
  }

  @Test
  void aTerminatingDelegationForOtherPathsEndsNothing() {
    repository.delegate("targets", "A", true, "voice/*");
    repository.delegate("targets", "B", false, "*");
    assertEquals(List.of("B"), asked("file"));
  }

  @Test
  void asksNoMoreRolesThanTheLimit() {
    client.limits = new TrustLimits(512 << 10, 16 << 10, 1 << 20, 4 << 20, 256, 3);
    for (int i = 0; i < 6; i++) {
      repository.delegate("targets", "role" + i, false, "*");
    }
    repository.add("role5", "file", "behind the limit");
    assertEquals(List.of("role0", "role1", "role2"), asked("file"));
  }

  @Test
  void theFirstThatVouchesWins() {
    repository.delegate("targets", "A", false, "*");
    repository.delegate("targets", "B", false, "*");
    repository.add("A", "file", "of A");
    repository.add("B", "file", "of B!");
    assertEquals(4, found("file").orElseThrow().length());
  }

  @Test
  void aPathMustBeDelegatedAllTheWay() {
    repository.delegate("targets", "A", false, "app/*");
    repository.delegate("A", "B", false, "voice/*", "app/b*");
    repository.add("B", "voice/a", "not A's to give");
    repository.add("B", "app/c", "not given");
    repository.add("B", "app/b1", "given");
    assertTrue(found("voice/a").isEmpty());
    assertTrue(found("app/c").isEmpty());
    assertEquals(5, found("app/b1").orElseThrow().length());
  }

  @Test
  void aRoleThatTheSnapshotDoesNotListEndsTheSearch() {
    repository.delegate("targets", "A", false, "*");
    repository.delegate("targets", "B", false, "*");
    repository.add("B", "file", "text");
    repository.publish();
    repository.listed.remove("A.json");
    repository.publishSnapshot();
    repository.publishTimestamp();
    var fresh = ClientUnderTest.trusting(repository);
    assertEquals(Refusal.MISSING, refused(fresh));
  }

  @Test
  void aRoleThatItsDelegatorsKeysDidNotSignEndsTheSearch() {
    repository.delegate("targets", "A", false, "*");
    repository.signers.put("A", List.of(Keys.fresh()));
    repository.publish();
    assertEquals(Refusal.UNSIGNED, refused(client));
  }

  @Test
  void aKeptRoleIsCheckedAgainstTheDelegatorThatAsks() {
    SigningKey known = Keys.fresh();
    repository.delegatedKeys.put("shared", List.of(known));
    repository.delegate("targets", "A", false, "a/*");
    repository.delegate("A", "shared", false, "a/*");
    repository.add("shared", "a/file", "signed by the key that A knows");
    repository.add("shared", "b/file", "not signed by the key that B knows");
    repository.delegate("targets", "B", false, "b/*");
    repository.delegatedKeys.put("shared", List.of(Keys.fresh()));
    repository.delegate("B", "shared", false, "b/*");
    repository.delegatedKeys.put("shared", new ArrayList<>(List.of(known)));
    repository.signers.put("shared", List.of(known));
    assertTrue(found("a/file").isPresent());
    assertEquals(Refusal.UNSIGNED, refusedFor("b/file", client));
  }

  @ParameterizedTest
  @ValueSource(strings = {"?", "#", "/role", "../role", "角色", "a b%2F"})
  void strangeNamesOfRolesAreSafeInAddressesAndFiles(String name) {
    repository.delegate("targets", name, false, "*");
    repository.add(name, "file", "text");
    assertTrue(found("file").isPresent());
    assertTrue(client.store.files.containsKey(name));
  }

  @Test
  void theSecondLookTakesTheKeptRole() {
    repository.delegate("targets", "A", false, "*");
    repository.publish();
    client.finds(repository, "file");
    repository.requests.clear();
    client.finds(repository, "file");
    assertEquals(List.of("2.root.json", "timestamp.json"), repository.requests);
  }

  private Refusal refused(ClientUnderTest terminal) {
    return refusedFor("file", terminal);
  }

  private Refusal refusedFor(String path, ClientUnderTest terminal) {
    try {
      Optional<TargetFile> there = terminal.refresh(repository).find(path);
      throw new AssertionError("not refused: " + there);
    } catch (UpdateRefused e) {
      return e.reason();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
