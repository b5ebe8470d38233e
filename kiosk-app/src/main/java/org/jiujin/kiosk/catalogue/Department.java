package org.jiujin.kiosk.catalogue;

/// A department that takes part in a matter (`dept_name`, `other_dept`).
///
/// @param lead whether it leads the matter (牵头)
public record Department(String name, boolean lead, Provenance provenance) {}
