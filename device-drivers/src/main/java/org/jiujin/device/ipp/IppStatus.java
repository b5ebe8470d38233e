package org.jiujin.device.ipp;

import org.jiujin.device.Fault;

/// The status codes with which a printer says no (RFC 8011, appendix B).
final class IppStatus {
  static final int NOT_FOUND = 0x0406;
  static final int BUSY = 0x0507;

  private static final int FORBIDDEN = 0x0401;
  private static final int NOT_AUTHENTICATED = 0x0402;
  private static final int NOT_AUTHORISED = 0x0403;
  private static final int INTERNAL_ERROR = 0x0500;
  private static final int UNAVAILABLE = 0x0502;
  private static final int DEVICE_ERROR = 0x0504;
  private static final int NOT_ACCEPTING = 0x0506;
  private static final int DEACTIVATED = 0x050A;

  private IppStatus() {}

  /// Why a printer that answers does not do it.
  static Fault fault(int status) {
    var code =
        switch (status) {
          case BUSY -> Fault.Code.IN_USE;
          case NOT_ACCEPTING, UNAVAILABLE, DEACTIVATED -> Fault.Code.OFF_LINE;
          case DEVICE_ERROR, INTERNAL_ERROR -> Fault.Code.DEVICE_FAILED;
          case FORBIDDEN, NOT_AUTHENTICATED, NOT_AUTHORISED -> Fault.Code.NOT_AUTHORISED;
          default -> Fault.Code.MISCONFIGURED;
        };
    return Fault.of(code, "status %04X".formatted(status));
  }
}
