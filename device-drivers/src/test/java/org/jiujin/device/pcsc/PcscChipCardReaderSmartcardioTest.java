package org.jiujin.device.pcsc;

/// Through javax.smartcardio, which needs `--add-opens java.smartcardio/sun.security.smartcardio=ALL-UNNAMED`.
class PcscChipCardReaderSmartcardioTest extends PcscServiceContract {
  @Override
  ResourceManager manager() {
    return new SmartcardioPcsc();
  }
}
