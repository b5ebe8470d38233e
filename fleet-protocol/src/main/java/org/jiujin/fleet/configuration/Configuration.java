package org.jiujin.fleet.configuration;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jiujin.fleet.Topic;

/// How one terminal shall be.
///
/// @param group the terminal's group
/// @param terminal the terminal's id
/// @param version grows with every change for this terminal; 1 and up
/// @param issuedAt when it was written, in milliseconds
/// @param layers farthest first, at most one of each scope
/// @since 0.1.0
public record Configuration(
    String group, String terminal, long version, Instant issuedAt, List<Layer> layers) {
  /// @throws IllegalArgumentException if a part is out of bounds
  public Configuration {
    if (!Topic.isId(group) || !Topic.isId(terminal)) {
      throw new IllegalArgumentException("no such group or terminal can be");
    }
    if (version < 1) {
      throw new IllegalArgumentException("versions begin with 1");
    }
    Set<Layer.Scope> seen = EnumSet.noneOf(Layer.Scope.class);
    for (Layer layer : layers) {
      if (seen.stream().anyMatch(scope -> scope.compareTo(layer.scope()) >= 0)) {
        throw new IllegalArgumentException("the layers are not in their order");
      }
      seen.add(layer.scope());
    }
    issuedAt = issuedAt.truncatedTo(ChronoUnit.MILLIS);
    layers = List.copyOf(layers);
  }

  /// What its layers amount to.
  public Effective effective() {
    return Effective.of(layers);
  }
}
