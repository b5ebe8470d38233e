package org.jiujin.kiosk.catalogue;

import java.util.List;

/// One part of what is told once (一次告知).
///
/// @param lines plain sentences for residents; never empty
public record GuideEntry(Topic topic, List<String> lines, Provenance provenance) {
  public GuideEntry {
    lines = List.copyOf(lines);
  }

  /// What a part of the guide is about. Each topic stands once in a guide; the screen has a heading for each.
  public enum Topic {
    /// Who may apply (服务对象).
    WHO,
    /// Conditions (受理条件).
    CONDITIONS,
    /// What to bring, and what need not be brought (申请材料).
    MATERIALS,
    /// How long it takes (办理时限).
    TIME,
    /// What it costs (收费).
    COST,
    /// What comes out and how it is delivered (办理结果).
    RESULT,
    /// The rules behind it (设定依据).
    BASIS
  }
}
