package org.jiujin.console.configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jiujin.config.Finding;
import org.jiujin.config.LoadOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The layers as the files say, or as they last said when all was well with them. Looked at by one thread, asked by any.
final class LayerFolder {
  private static final Logger LOG = LoggerFactory.getLogger(LayerFolder.class);
  private static final int MOST_COMPLAINTS = 20;

  private final Path home;
  private Map<String, String> stamp = Map.of();
  private volatile Layers layers = Layers.NONE;
  private volatile List<String> complaints = List.of();
  private volatile boolean everRead;

  LayerFolder(Path home) {
    this.home = home;
  }

  /// Reads the files again if any of them changed.
  ///
  /// @return whether the layers may be others now
  boolean look() {
    Map<String, String> now = LayerFiles.stamp(home);
    if (now.equals(stamp)) {
      return false;
    }
    stamp = now;
    return switch (LayerFiles.read(home)) {
      case LoadOutcome.Loaded<Layers>(var read) -> {
        LOG.info("{} files of the fleet's configuration were read", read.layers().size());
        layers = read;
        complaints = List.of();
        everRead = true;
        yield true;
      }
      case LoadOutcome.Refused<Layers>(var findings) -> {
        complaints = findings.stream().limit(MOST_COMPLAINTS).map(Finding::toString).toList();
        LOG.error(
            "the fleet's configuration has a mistake; what was read before counts: {}",
            String.join("; ", complaints));
        yield false;
      }
    };
  }

  /// Whether the files were ever without a mistake: until then nothing is wanted of anybody, not even that nothing is set.
  boolean everRead() {
    return everRead;
  }

  Layers layers() {
    return layers;
  }

  List<String> complaints() {
    return complaints;
  }
}
