package org.jiujin.agent.configuration;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jiujin.fleet.command.TrustedKeys;
import org.jiujin.fleet.command.Verified;
import org.jiujin.fleet.configuration.Configuration;
import org.jiujin.fleet.configuration.ConfigurationCodec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What of a state is on the disk. Every document is checked again when it is read: a disk is trusted no more than a broker.
///
/// For one thread. Nothing is ever removed, so no order of events leaves less than there was.
final class ConfigurationMemory {
  private static final Logger LOG = LoggerFactory.getLogger(ConfigurationMemory.class);

  private final ConfigurationStore store;
  private final Map<String, ByteString> written = new HashMap<>();

  ConfigurationMemory(ConfigurationStore store) {
    this.store = store;
  }

  /// Reads what is kept, as far as it can be believed.
  Kept read(TrustedKeys keys) {
    Document current = document(ConfigurationStore.CURRENT, keys);
    return new Kept(
        current,
        document(ConfigurationStore.LAST_GOOD, keys),
        document(ConfigurationStore.GIVEN_UP, keys),
        starts(),
        current == null && written.containsKey(ConfigurationStore.CURRENT));
  }

  /// Brings onto the disk what of this state is not there yet. The order counts: what is given up must be known before another one
  /// is in its place, and nothing is good before it is there.
  ///
  /// @throws IOException if the disk refuses; some of it may be there, and none of it is wrong
  void write(ConfigurationPolicy.State state) throws IOException {
    write(ConfigurationStore.GIVEN_UP, state.givenUp());
    write(ConfigurationStore.CURRENT, state.inForce());
    write(ConfigurationStore.LAST_GOOD, state.lastGood());
    var starts = ByteString.copyFromUtf8(Integer.toString(state.starts()));
    if (state.starts() > 0 || written.containsKey(ConfigurationStore.STARTS)) {
      write(ConfigurationStore.STARTS, starts);
    }
  }

  private void write(String name, @Nullable Document document) throws IOException {
    if (document != null) {
      write(name, document.signed());
    }
  }

  private void write(String name, ByteString bytes) throws IOException {
    if (!bytes.equals(written.get(name))) {
      written.remove(name); // if it fails, nobody knows
      store.write(name, bytes.toByteArray());
      written.put(name, bytes);
    }
  }

  private @Nullable Document document(String name, TrustedKeys keys) {
    try {
      Optional<byte[]> bytes = store.read(name);
      if (bytes.isEmpty()) {
        return null;
      }
      ByteString signed = ByteString.copyFrom(bytes.get());
      written.put(name, signed);
      return switch (ConfigurationCodec.verify(signed, keys)) {
        case Verified.Genuine<Configuration>(var configuration) ->
            new Document(configuration, signed);
        case Verified.Refused<Configuration>(var reason) -> {
          LOG.error("the kept configuration {} is not believed: {}", name, reason.word());
          yield null;
        }
      };
    } catch (IOException e) {
      LOG.error("the kept configuration {} cannot be read: {}", name, e.toString());
      written.put(name, ByteString.EMPTY); // there is one
      return null;
    }
  }

  private int starts() {
    try {
      String text =
          new String(
              store.read(ConfigurationStore.STARTS).orElse(new byte[0]), StandardCharsets.US_ASCII);
      written.put(ConfigurationStore.STARTS, ByteString.copyFromUtf8(text));
      return text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    } catch (IOException e) {
      LOG.warn("how often the agent began cannot be read: {}", e.toString());
      return 0;
    }
  }
}
