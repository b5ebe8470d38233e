package org.jiujin.device.modbus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Neighbouring cells that are read with one question. Without gaps: a board may refuse to read what it has not.
record Run(Area area, int from, int count) {
  private static final int MOST_CELLS = 64;

  /// The fewest runs that cover the cells.
  static List<Run> covering(Collection<Cell> cells) {
    var runs = new ArrayList<Run>();
    cells.stream()
        .distinct()
        .sorted(Comparator.comparing(Cell::area).thenComparingInt(Cell::address))
        .forEach(cell -> {
          if (!runs.isEmpty() && runs.getLast().borders(cell)) {
            runs.set(runs.size() - 1, runs.getLast().longer());
          } else {
            runs.add(new Run(cell.area(), cell.address(), 1));
          }
        });
    return List.copyOf(runs);
  }

  private boolean borders(Cell cell) {
    return cell.area() == area && cell.address() == from + count && count < MOST_CELLS;
  }

  private Run longer() {
    return new Run(area, from, count + 1);
  }
}
