package org.jiujin.demo.launch;

import java.nio.file.Path;
import java.util.List;

/// One terminal's part of a run: its bench with the devices, its agent, its app.
///
/// @param id as the fleet knows it
/// @param mark tells its programs and logs from those of the first terminal; empty for that one
/// @param folder what its processes write below
/// @param benchPort where its devices are touched
/// @param mirrorPort where its screen is seen
record Terminal(String id, String mark, Path folder, int benchPort, int mirrorPort) {
  /// The virtual devices: links to their ports, strips of paper.
  Path bench() {
    return folder.resolve("bench");
  }

  /// The agent's settings, state and socket.
  Path agent() {
    return folder.resolve("agent");
  }

  /// The terminal's own store.
  Path kiosk() {
    return folder.resolve("kiosk");
  }

  List<Path> folders() {
    return List.of(bench(), agent(), kiosk());
  }

  /// The name of one of its programs.
  String named(String program) {
    return program + mark;
  }
}
