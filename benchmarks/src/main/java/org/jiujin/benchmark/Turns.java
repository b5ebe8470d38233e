package org.jiujin.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Gives every candidate every input, in an order that is shuffled anew for each input, so that load, cache and clock
/// drift hit all alike.
final class Turns {
  private final Random random;

  Turns(long seed) {
    random = new Random(seed);
  }

  <T> List<T> shuffled(List<T> candidates) {
    var order = new ArrayList<>(candidates);
    Collections.shuffle(order, random);
    return order;
  }
}
