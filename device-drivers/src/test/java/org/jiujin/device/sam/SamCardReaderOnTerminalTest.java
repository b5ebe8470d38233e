package org.jiujin.device.sam;

import java.nio.file.Path;
import org.jiujin.device.virtual.VirtualSamReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Through jSerialComm, on a real terminal port.
class SamCardReaderOnTerminalTest extends SamCardReaderOnRealLine {
  @TempDir private Path folder;

  @BeforeEach
  void open() {
    open(new VirtualSamReader(folder.resolve("idcard")));
  }
}
