package org.jiujin.kiosk.screen.kit;

import java.util.ArrayList;
import java.util.List;

/// Drawn pictures of the terminal: where to lay the card, what to take away.
public enum Cue {
  /// The card floats above the reading field.
  LAY_CARD,
  /// The reading field is out of order.
  READER_AWAY,
  /// Card and strip wait to be taken.
  TAKE_AWAY;

  /// A new drawing of this cue.
  public Drawing drawing() {
    var strokes = new ArrayList<>(terminal());
    switch (this) {
      case LAY_CARD -> {
        strokes.addAll(card(300, 96));
        strokes.addAll(arrowDown(385, 226));
      }
      case READER_AWAY -> strokes.addAll(cross(385, 268));
      case TAKE_AWAY -> {
        strokes.addAll(card(300, 214));
        strokes.addAll(strip());
      }
    }
    return new Drawing(640, 400, strokes);
  }

  /// The desk of the terminal: screen behind, slot for the strip on the left, reading field on the right.
  private static List<Drawing.Stroke> terminal() {
    return List.of(
        stroke("M120 4H520Q536 4 536 20V168H104V20Q104 4 120 4Z", "cue-body"),
        stroke("M128 24H512V168H128Z", "cue-screen"),
        stroke("M156 52H300V64H156ZM156 80H260V90H156ZM156 104H260V114H156Z", "cue-screen-line"),
        stroke("M96 168H544L620 360H20Z", "cue-desk"),
        stroke("M20 360H620V384Q620 396 608 396H32Q20 396 20 384Z", "cue-body"),
        stroke("M128 228H236L230 246H121Z", "cue-slot"),
        stroke(
            "M276 208H484Q492 208 495 216L524 318Q527 330 515 330H255Q243 330 245 318L266 216Q268 208 276 208Z",
            "cue-field"),
        stroke("M348 262H422V276H348Z", "cue-field-mark"));
  }

  private static List<Drawing.Stroke> card(double x, double y) {
    String at = "M" + x + " " + y;
    return List.of(
        stroke(
            at + "h160q12 0 12 12v86q0 12 -12 12h-160q-12 0 -12 -12v-86q0 -12 12 -12z", "cue-card"),
        stroke(
            "M"
                + (x + 10)
                + " "
                + (y + 22)
                + "h64v9h-64zM"
                + (x + 10)
                + " "
                + (y + 42)
                + "h52v7h-52zM"
                + (x + 10)
                + " "
                + (y + 60)
                + "h60v7h-60zM"
                + (x + 10)
                + " "
                + (y + 86)
                + "h140v9h-140z",
            "cue-card-line"),
        stroke("M" + (x + 110) + " " + (y + 18) + "h42v52h-42z", "cue-card-photo"),
        stroke(
            "M"
                + (x + 131)
                + " "
                + (y + 26)
                + "a10 10 0 1 1 -0.1 0zM"
                + (x + 114)
                + " "
                + (y + 70)
                + "q2 -18 17 -18t17 18z",
            "cue-card-face"));
  }

  private static List<Drawing.Stroke> arrowDown(double x, double y) {
    return List.of(stroke("M" + (x - 12) + " " + y + "h24v34h20l-32 36l-32 -36h20z", "cue-accent"));
  }

  /// «Take it»: an arrow away from the desk.
  private static Drawing.Stroke arrowUp(double x, double y) {
    return stroke("M" + (x - 12) + " " + y + "v-34h-20l32 -36l32 36h-20v34z", "cue-accent");
  }

  private static List<Drawing.Stroke> cross(double x, double y) {
    return List.of(
        stroke("M" + x + " " + (y - 58) + "a58 58 0 1 1 -0.1 0z", "cue-bad"),
        stroke(
            "M" + (x - 24) + " " + (y - 24) + "l48 48M" + (x + 24) + " " + (y - 24) + "l-48 48",
            "cue-bad-line"));
  }

  private static List<Drawing.Stroke> strip() {
    return List.of(
        stroke("M132 236H226L218 348Q206 340 195 348T172 348T148 348T121 346Z", "cue-strip"),
        stroke("M148 258H208M146 276H206M144 294H190M143 312H196", "cue-strip-line"),
        arrowUp(172, 196),
        arrowUp(385, 178));
  }

  private static Drawing.Stroke stroke(String path, String styleClass) {
    return new Drawing.Stroke(path, styleClass);
  }
}
