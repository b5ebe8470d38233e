package org.jiujin.kiosk.application;

import org.jiujin.kiosk.material.HeldMaterial;
import org.jiujin.kiosk.material.MaterialState;
import org.jiujin.kiosk.material.TrustLevel;
import org.jiujin.kiosk.platform.PlatformRequest;

/// One material as it is handed in.
///
/// @param id the material's id in the catalogue
/// @param source how it comes
/// @param reference the platform's reference; empty if there is none
public record MaterialUse(
    String id, String name, PlatformRequest.Source source, TrustLevel level, String reference) {
  /// The material as the terminal holds it.
  ///
  /// @throws IllegalArgumentException if it is missing: such an application must not be filed
  public static MaterialUse of(HeldMaterial material) {
    return switch (material.state()) {
      case MaterialState.Held(var reference, var level) ->
          new MaterialUse(
              material.id(), material.name(), PlatformRequest.Source.CERTIFICATE, level, reference);
      case MaterialState.FetchedLater _ ->
          new MaterialUse(
              material.id(),
              material.name(),
              PlatformRequest.Source.FETCH_ON_ARRIVAL,
              TrustLevel.A,
              "");
      case MaterialState.Missing _ ->
          throw new IllegalArgumentException(
              "A missing material cannot be handed in: " + material.id());
    };
  }

  /// The material as the platform takes it.
  public PlatformRequest.Material onWire() {
    return new PlatformRequest.Material(
        id, name, source, level, reference.isEmpty() ? null : reference);
  }
}
