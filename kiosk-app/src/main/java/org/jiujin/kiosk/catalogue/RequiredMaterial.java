package org.jiujin.kiosk.catalogue;

import java.util.Map;
import org.jiujin.kiosk.material.TrustLevel;

/// One material of a matter (`material_name`, `is_need`, `source_type`).
///
/// @param note what a resident should know about it; may be empty
/// @param certificateType 证照类型代码, 21 characters; empty unless the source is [Source#ELECTRONIC_CERTIFICATE]
/// @param level how far it is trusted when it comes from this source
/// @param needed whether it is needed, by situation id
public record RequiredMaterial(
    String id,
    String name,
    String note,
    Source source,
    String certificateType,
    TrustLevel level,
    Map<String, Boolean> needed,
    Provenance provenance) {
  public RequiredMaterial {
    needed = Map.copyOf(needed);
  }

  /// Whether it is needed in this situation.
  public boolean neededIn(String situationId) {
    return needed.getOrDefault(situationId, false);
  }

  /// Where a material comes from.
  public enum Source {
    /// 电子证照 of the platform; nothing to bring.
    ELECTRONIC_CERTIFICATE,
    /// 共享数据 of another department; nothing to bring.
    SHARED_DATA,
    /// Photographed at this terminal.
    PHOTOGRAPHED,
    /// Sent from the resident's phone.
    PHONE,
    /// 告知承诺: the resident promises instead.
    PROMISE,
    /// The original follows by post.
    POST
  }
}
