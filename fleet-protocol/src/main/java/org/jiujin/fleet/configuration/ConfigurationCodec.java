package org.jiujin.fleet.configuration;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiujin.fleet.Bounds;
import org.jiujin.fleet.Fields;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.command.CommandSigner;
import org.jiujin.fleet.command.SignedDocument;
import org.jiujin.fleet.command.TrustedKeys;
import org.jiujin.fleet.command.Verified;

/// Writes and reads configurations. Bounded, thread-safe; field numbers are those of `configuration.proto`.
///
/// The same configuration is always written as the same bytes.
///
/// @since 0.1.0
public final class ConfigurationCodec {
  private static final int MAX_BYTES = SignedDocument.MAX_BYTES;
  private static final int MAX_WORD_BYTES = 64;
  private static final int MAX_ID_BYTES = 256; // 64 characters

  private ConfigurationCodec() {}

  /// The bytes of the document that is signed.
  public static ByteString encode(Configuration configuration) {
    return Fields.write(out -> {
      out.writeString(1, configuration.group());
      out.writeString(2, configuration.terminal());
      out.writeInt64(3, configuration.version());
      out.writeInt64(4, configuration.issuedAt().toEpochMilli());
      for (Layer layer : configuration.layers()) {
        out.writeBytes(5, encode(layer));
      }
    });
  }

  /// Tells whether bytes are a configuration of somebody who may command.
  public static Verified<Configuration> verify(ByteString signed, TrustedKeys keys) {
    return Verified.of(signed, SignedDocument.Kind.CONFIGURATION, keys, ConfigurationCodec::decode);
  }

  /// Signs a configuration.
  ///
  /// @return as it travels and as it is kept
  /// @throws GeneralSecurityException if there is no provider for the algorithm, or it does not take the key
  public static ByteString sign(Configuration configuration, CommandSigner signer)
      throws GeneralSecurityException {
    return SignedDocument.of(SignedDocument.Kind.CONFIGURATION, encode(configuration), signer)
        .toBytes();
  }

  /// Reads what [#encode] wrote.
  ///
  /// @throws MalformedMessageException if it is not a configuration, or more than the bounds allow
  public static Configuration decode(ByteString bytes) throws MalformedMessageException {
    var reading = new ConfigurationReading();
    Fields.read(bytes, MAX_BYTES, reading);
    return Fields.checked(reading::configuration);
  }

  private static ByteString encode(Layer layer) {
    return Fields.write(out -> {
      out.writeString(1, layer.scope().word());
      out.writeString(2, layer.id());
      out.writeString(3, layer.revision());
      for (var setting : layer.sorted().entrySet()) {
        out.writeBytes(
            4,
            Fields.write(entry -> {
              entry.writeString(1, setting.getKey());
              entry.writeString(2, setting.getValue());
            }));
      }
      for (String name : layer.ownSorted()) {
        out.writeString(5, name);
      }
    });
  }

  private static final class ConfigurationReading implements Fields.Reader {
    private String group = "";
    private String terminal = "";
    private long version;
    private Instant issuedAt = Instant.EPOCH;
    private final List<Layer> layers = new ArrayList<>();

    @Override
    public void field(int tag, CodedInputStream in) throws IOException, MalformedMessageException {
      switch (tag) {
        case 1 << 3 | 2 -> group = Bounds.readText(in, MAX_ID_BYTES);
        case 2 << 3 | 2 -> terminal = Bounds.readText(in, MAX_ID_BYTES);
        case 3 << 3 -> version = in.readInt64();
        case 4 << 3 -> issuedAt = Bounds.readInstant(in);
        case 5 << 3 | 2 -> {
          var layer = new LayerReading();
          Fields.read(in.readBytes(), MAX_BYTES, layer);
          layers.add(layer.layer());
        }
        default -> in.skipField(tag);
      }
    }

    Configuration configuration() {
      return new Configuration(group, terminal, version, issuedAt, layers);
    }
  }

  private static final class LayerReading implements Fields.Reader {
    private String scope = "";
    private String id = "";
    private String revision = "";
    private final Map<String, String> settings = new HashMap<>();
    private final Set<String> own = new HashSet<>();

    @Override
    public void field(int tag, CodedInputStream in) throws IOException, MalformedMessageException {
      switch (tag) {
        case 1 << 3 | 2 -> scope = Bounds.readText(in, MAX_WORD_BYTES);
        case 2 << 3 | 2 -> id = Bounds.readText(in, MAX_WORD_BYTES);
        case 3 << 3 | 2 -> revision = Bounds.readText(in, MAX_WORD_BYTES);
        case 4 << 3 | 2 -> {
          var setting = new SettingReading();
          Fields.read(in.readBytes(), MAX_BYTES, setting);
          settings.put(setting.name, setting.value);
        }
        case 5 << 3 | 2 -> own.add(Bounds.readText(in, Layer.MAX_NAME_LENGTH));
        default -> in.skipField(tag);
      }
    }

    Layer layer() throws MalformedMessageException {
      Layer.Scope known =
          Layer.Scope.of(scope)
              .orElseThrow(() -> new MalformedMessageException("no such scope of a layer"));
      return Fields.checked(() -> new Layer(known, id, revision, settings, own));
    }
  }

  private static final class SettingReading implements Fields.Reader {
    private String name = "";
    private String value = "";

    @Override
    public void field(int tag, CodedInputStream in) throws IOException, MalformedMessageException {
      switch (tag) {
        case 1 << 3 | 2 -> name = Bounds.readText(in, Layer.MAX_NAME_LENGTH);
        case 2 << 3 | 2 -> value = Bounds.readText(in, Layer.MAX_VALUE_BYTES);
        default -> in.skipField(tag);
      }
    }
  }
}
