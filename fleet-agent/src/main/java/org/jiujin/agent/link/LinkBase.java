package org.jiujin.agent.link;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jiujin.agent.time.SteadyTime;

/// What the link stands on.
///
/// @param clock the wall clock, for what is told
/// @param steady for waits: a clock that is set back must not keep the terminal off the broker
/// @param opener the way to a broker
/// @param births the memory of bdSeq
record LinkBase(
    InstantSource clock,
    InstantSource steady,
    RandomGenerator random,
    Connection.Opener opener,
    BirthStore births) {
  /// The network and the disk of this machine.
  static LinkBase ofMachine(LinkSettings settings, InstantSource clock, RandomGenerator random) {
    return new LinkBase(
        clock,
        new SteadyTime(clock),
        random,
        MqttLink::open,
        new BirthFile(settings.data().resolve("bdseq")));
  }
}
