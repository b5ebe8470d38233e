package org.jiujin.kiosk.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jiujin.config.ConfigDocument;
import org.jiujin.config.Finding;

/// Collects what is wrong with one file.
final class Findings {
  private final ConfigDocument document;
  private final List<Finding> findings = new ArrayList<>();

  Findings(ConfigDocument document) {
    this.document = document;
  }

  List<Finding> all() {
    return List.copyOf(findings);
  }

  void add(String pointer, String problem) {
    findings.add(document.finding(pointer, problem));
  }

  /// A text that stands on nothing confirmed must say so to the resident.
  void wording(String pointer, Provenance provenance, String shown) {
    if (provenance.unverified() && !shown.contains(Provenance.CAREFUL_WORDING)) {
      add(pointer, "is unverified; its text for residents must say " + Provenance.CAREFUL_WORDING);
    }
  }

  /// Each item of a list must differ from the others in one value.
  <T> void unique(String pointer, List<T> items, Function<T, String> value, String name) {
    var seen = new HashSet<String>();
    each(
        items,
        (i, item) -> {
          if (!seen.add(value.apply(item))) {
            add(pointer + "/" + i + "/" + name, "stands there twice; write each " + name + " once");
          }
        });
  }

  /// Visits items with their place in the list.
  <T> void each(List<T> items, Visitor<T> visitor) {
    IntStream.range(0, items.size()).forEach(i -> visitor.visit(i, items.get(i)));
  }

  interface Visitor<T> {
    void visit(int index, T item);
  }
}
