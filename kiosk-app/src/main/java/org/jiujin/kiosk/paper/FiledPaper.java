package org.jiujin.kiosk.paper;

import java.util.List;
import org.jiujin.kiosk.catalogue.Matter;
import org.jiujin.kiosk.catalogue.Situation;
import org.jiujin.kiosk.journey.Acknowledgement;

/// What a receipt says about one filing. Personal only as far as the receipt shows it.
///
/// @param maskedName the applicant with all but the first character hidden
/// @param materials names of the materials that were used
public record FiledPaper(
    Matter matter,
    Situation situation,
    String maskedName,
    List<String> materials,
    Acknowledgement acknowledgement) {
  public FiledPaper {
    materials = List.copyOf(materials);
  }

  @Override
  public String toString() {
    return "FiledPaper[" + matter.id() + "]";
  }
}
