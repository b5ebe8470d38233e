package org.jiujin.kiosk.catalogue;

/// One situation (情形) of a matter.
///
/// @param name official name, 补换 for example
/// @param label what a resident would say: 卡丢了、坏了，补一张
/// @param here whether this terminal handles it; otherwise a window does (在窗口办理)
public record Situation(
    String id, String name, String label, boolean here, Provenance provenance) {}
