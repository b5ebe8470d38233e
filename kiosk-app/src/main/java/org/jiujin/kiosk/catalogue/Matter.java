package org.jiujin.kiosk.catalogue;

import java.util.List;

/// One matter that a resident can finish at this terminal, as its file in `config/catalogue/` says.
///
/// @param id the file's name without `.yaml`; stays the same for ever
/// @param version of the file's content
/// @param number its place among the matters of its list, 11 for example
/// @param name official name (`task_name`)
/// @param shortName what fits on a tile of the home screen
/// @param summary one plain sentence: what one gets here
/// @param icon key of the drawing in the theme
/// @param theme key of the group on the home screen
/// @param departments the lead department first
/// @param situations 情形; at least one is offered here
/// @param guide everything that is told once (一次告知), in the order of telling
/// @param materials one set of materials for all situations
/// @param results what the resident gets in the end
public record Matter(
    String id,
    String version,
    int number,
    String name,
    String shortName,
    String summary,
    String icon,
    String theme,
    Subject subject,
    List<Department> departments,
    List<Situation> situations,
    List<GuideEntry> guide,
    Form form,
    List<RequiredMaterial> materials,
    TimeLimits limits,
    Fee fee,
    List<MatterResult> results) {

  public Matter {
    departments = List.copyOf(departments);
    situations = List.copyOf(situations);
    guide = List.copyOf(guide);
    materials = List.copyOf(materials);
    results = List.copyOf(results);
  }

  /// The situations that can be handled at the terminal; never empty.
  public List<Situation> situationsHere() {
    return situations.stream().filter(Situation::here).toList();
  }

  /// The situations that a window handles; the terminal only names them.
  public List<Situation> situationsAtWindow() {
    return situations.stream().filter(situation -> !situation.here()).toList();
  }

  /// The materials needed in a situation, in the file's order.
  public List<RequiredMaterial> materialsIn(String situationId) {
    return materials.stream().filter(material -> material.neededIn(situationId)).toList();
  }

  /// Matters are long; logs want the name only.
  @Override
  public String toString() {
    return "Matter[" + id + " " + version + "]";
  }
}
