package org.jiujin.kiosk.catalogue;

/// Who a matter is for (服务对象).
public enum Subject {
  /// 个人.
  PERSON,
  /// 法人.
  ENTERPRISE
}
