package org.jiujin.device.pcsc;

/// Through libpcsclite.
class PcscChipCardReaderNativeTest extends PcscServiceContract {
  @Override
  ResourceManager manager() {
    return new NativePcsc();
  }
}
