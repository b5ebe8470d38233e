package org.jiujin.agent.simulation;

import org.jiujin.fleet.Payload;

/// Follows bdSeq over the connections of one terminal: one more each time, over every restart, as far as the disk took it.
final class BdSeqAudit {
  private final World world;
  private final WholeFile file;
  private long last = -1;
  private int deaths;
  private boolean excused;

  BdSeqAudit(World world, WholeFile file) {
    this.world = world;
    this.file = file;
  }

  void agentStarts() {
    excused |= file.stale();
  }

  /// It may have counted and not connected.
  void agentDies() {
    deaths++;
  }

  void connects(byte[] will) {
    long now = new SessionJudge(world, will).bdSeq();
    if (last >= 0 && !excused) {
      long step = Math.floorMod(now - last, Payload.SEQ_MODULUS);
      world.check(
          step >= 1 && step <= 1 + deaths, "bdSeq goes on, after " + last + " comes " + now);
    }
    last = now;
    deaths = 0;
    excused = false;
  }
}
