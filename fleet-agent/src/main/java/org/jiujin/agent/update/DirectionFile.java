package org.jiujin.agent.update;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jiujin.agent.disk.WholeFile;
import org.jiujin.fleet.command.Refusal;
import org.jiujin.fleet.command.SignedDocument;
import org.jiujin.fleet.command.TrustedKeys;
import org.jiujin.fleet.command.Verified;
import org.jiujin.fleet.update.Direction;
import org.jiujin.fleet.update.DirectionCodec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The direction that counts, on the disk as it was signed; its signature is checked at every start. For one thread.
final class DirectionFile {
  private static final Logger LOG = LoggerFactory.getLogger(DirectionFile.class);

  private final WholeFile file;
  private final String group;
  private final String terminal;
  private @Nullable Direction direction;

  /// @param file its folder must exist
  DirectionFile(Path file, String group, String terminal) {
    this.file = new WholeFile(file, SignedDocument.MAX_BYTES);
    this.group = group;
    this.terminal = terminal;
  }

  /// What counts; empty before the first.
  Optional<Direction> direction() {
    return Optional.ofNullable(direction);
  }

  /// Reads what was kept. Nothing counts when it is damaged or its key counts no more.
  void read(TrustedKeys keys) {
    try {
      Optional<ByteString> kept = file.read().map(ByteString::copyFrom);
      if (kept.isPresent()) {
        switch (DirectionCodec.verify(kept.get(), keys)) {
          case Verified.Genuine<Direction>(var genuine) -> direction = genuine;
          case Verified.Refused<Direction>(var reason) ->
              LOG.error("the direction on the disk does not count: {}", reason.word());
        }
      }
    } catch (IOException e) {
      LOG.error("the direction on the disk cannot be read: {}", e.toString());
    }
  }

  /// Takes another one.
  ///
  /// @param now by the machine's clock
  /// @return why it does not count; empty when it does, and is on the medium
  Optional<Refusal> take(ByteString signed, TrustedKeys keys, Instant now) {
    return switch (DirectionCodec.verify(signed, keys)) {
      case Verified.Refused<Direction>(var reason) -> Optional.of(reason);
      case Verified.Genuine<Direction>(var fresh) ->
          refusal(fresh, now).or(() -> keep(fresh, signed));
    };
  }

  private Optional<Refusal> refusal(Direction fresh, Instant now) {
    if (!fresh.group().equals(group) || !fresh.terminal().equals(terminal)) {
      return Optional.of(Refusal.OTHER_TERMINAL);
    }
    if (now.isAfter(fresh.notAfter())) {
      return Optional.of(Refusal.EXPIRED);
    }
    return direction == null || fresh.version() > direction.version() || fresh.equals(direction)
        ? Optional.empty()
        : Optional.of(Refusal.OLD_VERSION);
  }

  private Optional<Refusal> keep(Direction fresh, ByteString signed) {
    try {
      file.write(signed.toByteArray());
    } catch (IOException e) {
      LOG.error("a direction cannot be written down: {}", e.toString());
      return Optional.of(Refusal.NOT_STORED);
    }
    direction = fresh;
    return Optional.empty();
  }
}
