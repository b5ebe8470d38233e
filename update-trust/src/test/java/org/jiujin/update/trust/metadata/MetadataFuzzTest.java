package org.jiujin.update.trust.metadata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.jiujin.update.trust.json.JsonWriter;
import org.jiujin.update.trust.json.MalformedJson;

/// As plain tests these replay their seeds; with JAZZER_FUZZ=1 they search.
class MetadataFuzzTest {
  private static final List<Metadata.Reader<?>> READERS =
      List.of(Root::read, Timestamp::read, Snapshot::read, Targets::read);

  @FuzzTest
  void metadataIsReadOrRefused(byte[] bytes) {
    for (Metadata.Reader<?> reader : READERS) {
      read(bytes, reader);
    }
  }

  private static void read(byte[] bytes, Metadata.Reader<?> reader) {
    try {
      Envelope envelope = Envelope.read(bytes);
      Envelope again = Envelope.read(envelope.toBytes());
      assertArrayEquals(
          JsonWriter.canonical(envelope.signed()), JsonWriter.canonical(again.signed()));
      Metadata metadata = reader.read(envelope.signed());
      assertTrue(metadata.version() > 0);
      assertEquals(metadata.version(), reader.read(metadata.toJson()).version());
      look(metadata, envelope);
    } catch (MalformedJson e) {
      assertTrue(e.getMessage() != null && e.getMessage().length() < 500);
    }
  }

  private static void look(Metadata metadata, Envelope envelope) {
    switch (metadata) {
      case Root root -> {
        for (TopRole role : TopRole.values()) {
          assertTrue(root.quorum(role).signed(envelope) >= 0);
        }
      }
      case Targets targets -> {
        for (Delegation delegation : targets.delegations().about("a/b.txt")) {
          assertTrue(targets.delegations().quorum(delegation).signed(envelope) >= 0);
        }
      }
      case Timestamp _, Snapshot _ -> {}
    }
  }
}
