package org.jiujin.kiosk.material;

/// One required material of the application at hand, and whether it is there.
///
/// @param id the material's id in the catalogue
/// @param name its name, as the catalogue writes it
/// @param state whether the terminal holds it
public record HeldMaterial(String id, String name, MaterialState state) {
  /// Whether filing may go on with the material as it is.
  public boolean maySubmit() {
    return switch (state) {
      case MaterialState.Held _, MaterialState.FetchedLater _ -> true;
      case MaterialState.Missing _ -> false;
    };
  }
}
