package org.jiujin.kiosk.screen.kit;

import java.util.List;

/// The landscape of the attract screen: the sun over loess hills, houses with lights, the road to the terminal.
public final class AttractPicture {
  private AttractPicture() {}

  /// A new drawing on a grid of 1080 × 900.
  public static Drawing drawing() {
    return new Drawing(
        1080,
        900,
        List.of(
            stroke("M880 190a92 92 0 1 1 -0.1 0z", "scene-sun"),
            stroke(
                "M0 470C120 390 220 350 330 400C430 445 500 420 590 385C690 345 760 400 850 430C940 455 1010 400 1080 370V900H0Z",
                "scene-far"),
            stroke("M0 580Q200 450 420 560T780 500T1080 560V900H0Z", "scene-mid"),
            stroke(
                "M0 640Q120 600 260 640T560 640T820 620T1080 660M0 690Q180 640 320 690T700 690T1080 710",
                "scene-terrace"),
            stroke("M0 730Q260 610 560 720T1080 690V900H0Z", "scene-near"),
            stroke(
                "M150 690V600L205 555L260 600V690ZM275 690V620L320 585L365 620V690Z",
                "scene-house"),
            stroke("M140 604L205 548L270 604M266 624L320 580L374 624", "scene-roof"),
            stroke("M185 622h40v34h-40zM304 640h32v28h-32z", "scene-window"),
            stroke("M560 900Q640 800 700 760T770 700H830Q830 750 800 790T790 900Z", "scene-road"),
            stroke("M740 470h120q16 0 16 16v250h-152v-250q0 -16 16 -16z", "scene-kiosk"),
            stroke("M744 496h112v130h-112z", "scene-screen"),
            stroke(
                "M760 516h80v14h-80zM760 544h56v10h-56zM760 566h66v10h-66z", "scene-screen-line"),
            stroke("M736 648h128l14 28h-156z", "scene-desk"),
            stroke("M706 736h188v22h-188z", "scene-desk")));
  }

  private static Drawing.Stroke stroke(String path, String styleClass) {
    return new Drawing.Stroke(path, styleClass);
  }
}
