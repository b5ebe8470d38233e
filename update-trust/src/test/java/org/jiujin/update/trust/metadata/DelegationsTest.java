package org.jiujin.update.trust.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiujin.update.trust.json.JsonReader;
import org.jiujin.update.trust.json.MalformedJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelegationsTest {
  @ParameterizedTest
  @CsvSource({
    "*, file, true",
    "*, a/file, false",
    "*.txt, a.txt, true",
    "*.txt, .txt, true",
    "*.txt, a.TXT, false",
    "a/*, a/b, true",
    "a/*, a/b/c, false",
    "a/*, a/, true",
    "*/b, a/b, true",
    "foo-?.tgz, foo-1.tgz, true",
    "foo-?.tgz, foo-alpha.tgz, false",
    "foo-?.tgz, foo-.tgz, false",
    "?, /, false",
    "a*b*c, aXbbYbc, true",
    "a*b*c, aXbbYb, false",
    "[ab], a, false",
    "a, a, true",
    "a, aa, false",
    "/a, a, false"
  })
  void patternsStandForNamesBetweenSlashes(String pattern, String path, boolean matches) {
    assertEquals(matches, PathPattern.matches(pattern, path));
  }

  @Test
  void aPatternMadeToBeSlowIsNot() {
    assertFalse(PathPattern.matches("*a".repeat(500) + "b", "a".repeat(5_000)));
  }

  @Test
  void hashPrefixesStandForPathsByTheirHash() {
    // sha256 of "file" begins with 3b9c358f
    assertTrue(new Reach.HashPrefixes(List.of("00", "3b9c")).covers("file"));
    assertFalse(new Reach.HashPrefixes(List.of("3b9d", "9c")).covers("file"));
  }

  @Test
  void binsShareThePathsByTheFirstBitsOfTheirHash() {
    // the names of TAP 15: as many digits as the last bin needs
    var role = new Role(Set.of("key"), 1);
    assertEquals("bin-3b", new HashBins(role, 8, "bin").binOf("file").name());
    assertEquals("bin-0", new HashBins(role, 1, "bin").binOf("file").name());
    assertEquals("bin-0ee", new HashBins(role, 10, "bin").binOf("file").name());
    assertEquals("bin-3b9c358f", new HashBins(role, 32, "bin").binOf("file").name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'keys':{},'roles':[{'name':'root','keyids':[],'threshold':1,'paths':[],'terminating':true}]}",
        "{'keys':{},'roles':[{'name':'','keyids':[],'threshold':1,'paths':[],'terminating':true}]}",
        "{'keys':{},'roles':[{'name':'a','keyids':['k','k'],'threshold':1,'paths':[],'terminating':true}]}",
        "{'keys':{},'roles':[{'name':'a','keyids':[],'threshold':0,'paths':[],'terminating':true}]}",
        "{'keys':{},'roles':[{'name':'a','keyids':[],'threshold':1,'terminating':true}]}",
        "{'keys':{},'roles':[{'name':'a','keyids':[],'threshold':1,'paths':[],'path_hash_prefixes':[]}]}",
        "{'keys':{},'roles':[{'name':'a','keyids':[],'threshold':1,'paths':[]},{'name':'a','keyids':[],'threshold':1,'paths':[]}]}",
        "{'keys':{},'succinct_roles':{'keyids':[],'threshold':1,'bit_length':33,'name_prefix':'bin'}}",
        "{'keys':{},'succinct_roles':{'keyids':[],'threshold':1,'bit_length':8,'name_prefix':''}}",
        "{'keys':{},'roles':[],'succinct_roles':{}}",
        "{'keys':{}}"
      })
  void whatCannotBeMeantIsRefused(String written) {
    byte[] bytes = written.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    assertThrows(MalformedJson.class, () -> Delegations.read(JsonReader.object(bytes)));
  }

  @Test
  void whatIsWrittenIsReadAgain() throws MalformedJson {
    var bins =
        new Delegations(Map.of(), List.of(), new HashBins(new Role(Set.of("a"), 2), 8, "bin"));
    assertEquals(bins, Delegations.read(bins.toJson()));
    var prefixes =
        new Delegations(
            Map.of(),
            List.of(
                new Delegation(
                    "a", new Role(Set.of("k"), 1), new Reach.HashPrefixes(List.of("0a")), true)),
            null);
    assertEquals(prefixes, Delegations.read(prefixes.toJson()));
  }
}
