package org.jiujin.fleet.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.command.SignedDocument;
import org.jiujin.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationCodecTest {
  private static final int MAX_BYTES = SignedDocument.MAX_BYTES;

  @Test
  void readsWhatItWrote() throws MalformedMessageException {
    assertEquals(
        Samples.CONFIGURATION,
        ConfigurationCodec.decode(ConfigurationCodec.encode(Samples.CONFIGURATION)));
  }

  @Test
  void neverTakesACutMessageForTheWholeOne() {
    neverTakesACut(
        ConfigurationCodec.encode(Samples.CONFIGURATION),
        ConfigurationCodec::decode,
        Samples.CONFIGURATION);
  }

  private static <T> void neverTakesACut(ByteString bytes, Decoder<T> decoder, T whole) {
    int refused = 0;
    for (int length = 0; length < bytes.size(); length++) {
      try {
        assertNotEquals(whole, decoder.decode(bytes.substring(0, length))); // between two fields
      } catch (MalformedMessageException _) {
        refused++;
      }
    }
    assertTrue(refused > bytes.size() * 8 / 10, refused + " of " + bytes.size() + " refused");
  }

  @Test
  void holdsItsBounds() {
    var tooLong = ByteString.copyFrom(new byte[MAX_BYTES + 1]);
    assertThrows(MalformedMessageException.class, () -> ConfigurationCodec.decode(tooLong));
    Map<String, String> many = new HashMap<>();
    for (int i = 0; i <= Layer.MAX_SETTINGS; i++) {
      many.put("a" + i, "");
    }
    assertThrows(IllegalArgumentException.class, () -> layer("s", many, Set.of()));
    assertThrows(IllegalArgumentException.class, () -> layer("a/b", Map.of(), Set.of()));
    assertThrows(IllegalArgumentException.class, () -> layer("s", Map.of("A", ""), Set.of()));
    assertThrows(
        IllegalArgumentException.class, () -> layer("s", Map.of("a", "站".repeat(86)), Set.of()));
    assertThrows(IllegalArgumentException.class, () -> layer("s", Map.of("a", ""), Set.of("a")));
    assertThrows(
        IllegalArgumentException.class,
        () -> configuration(1, List.of(Samples.COUNTY, Samples.PROVINCE)));
    assertThrows(
        IllegalArgumentException.class,
        () -> configuration(1, List.of(Samples.COUNTY, Samples.COUNTY)));
    assertThrows(IllegalArgumentException.class, () -> configuration(0, List.of()));
  }

  private static Layer layer(String id, Map<String, String> settings, Set<String> own) {
    return new Layer(Layer.Scope.SITE, id, "", settings, own);
  }

  private static Configuration configuration(long version, List<Layer> layers) {
    return new Configuration("GS-621121", "T621121001", version, Instant.EPOCH, layers);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void readsOrRefusesWhateverComes(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = ConfigurationCodec.encode(Samples.CONFIGURATION).toByteArray();
      for (int flips = random.nextInt(8); flips >= 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      readsOrRefuses(bytes);
    }
  }

  @FuzzTest
  void readsOrRefuses(byte[] bytes) {
    readsOrRefuses(bytes, ConfigurationCodec::decode, ConfigurationCodec::encode);
  }

  private static <T> void readsOrRefuses(byte[] bytes, Decoder<T> decoder, Encoder<T> encoder) {
    try {
      T read = decoder.decode(ByteString.copyFrom(bytes));
      if (bytes.length < MAX_BYTES / 2) { // fields that were left out are written
        assertEquals(read, decoder.decode(encoder.encode(read)));
      }
    } catch (MalformedMessageException e) {
      assertNotNull(e.getMessage());
    }
  }

  static LongStream seeds() {
    return Seeds.count(50);
  }

  private interface Decoder<T> {
    T decode(ByteString bytes) throws MalformedMessageException;
  }

  private interface Encoder<T> {
    ByteString encode(T message);
  }
}
