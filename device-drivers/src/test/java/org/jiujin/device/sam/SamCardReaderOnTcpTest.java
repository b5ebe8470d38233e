package org.jiujin.device.sam;

import java.io.IOException;
import org.jiujin.device.virtual.VirtualSamReader;
import org.junit.jupiter.api.BeforeEach;

/// Behind a serial server.
class SamCardReaderOnTcpTest extends SamCardReaderOnRealLine {
  @BeforeEach
  void open() throws IOException {
    open(VirtualSamReader.overTcp());
  }
}
