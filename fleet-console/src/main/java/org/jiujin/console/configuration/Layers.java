package org.jiujin.console.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiujin.console.terminal.TerminalId;
import org.jiujin.fleet.configuration.Layer;

/// All layers, and which of them count for a terminal.
///
/// @param layers by place
/// @param sites the site of each terminal that stands at one
record Layers(Map<Place, Layer> layers, Map<String, String> sites) {
  static final Layers NONE = new Layers(Map.of(), Map.of());

  private static final Pattern GROUP = Pattern.compile("GS-(\\d{6})");
  private static final int CITY_DIGITS = 4;

  /// Where a layer belongs.
  ///
  /// @param id as in [Layer#id]; of the one province empty
  record Place(Layer.Scope scope, String id) {}

  Layers {
    layers = Map.copyOf(layers);
    sites = Map.copyOf(sites);
  }

  /// Those that say anything for a terminal, farthest first. A group that is no county's has the province's and its own.
  List<Layer> of(TerminalId terminal) {
    Matcher county = GROUP.matcher(terminal.group());
    String code = county.matches() ? county.group(1) : "";
    List<Layer> found = new ArrayList<>();
    add(found, Layer.Scope.PROVINCE, "");
    if (!code.isEmpty()) {
      add(found, Layer.Scope.CITY, code.substring(0, CITY_DIGITS));
      add(found, Layer.Scope.COUNTY, code);
    }
    Optional.ofNullable(sites.get(terminal.name()))
        .ifPresent(site -> add(found, Layer.Scope.SITE, site));
    add(found, Layer.Scope.TERMINAL, terminal.name());
    return found;
  }

  private void add(List<Layer> found, Layer.Scope scope, String id) {
    Layer layer = layers.get(new Place(scope, id));
    if (layer != null && !(layer.settings().isEmpty() && layer.own().isEmpty())) {
      found.add(layer);
    }
  }
}
