package org.jiujin.kiosk.screen.materials;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jiujin.kiosk.catalogue.RequiredMaterial;
import org.jiujin.kiosk.journey.Event;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.material.HeldMaterial;
import org.jiujin.kiosk.material.MaterialState;
import org.jiujin.kiosk.material.TrustLevel;
import org.jiujin.kiosk.screen.ScreenModel;

/// The materials as far as they are there.
public final class MaterialsModel extends ScreenModel<State.ShowingMaterials> {
  public MaterialsModel(State.ShowingMaterials state, Consumer<Event> journey) {
    super(state, journey);
  }

  List<HeldMaterial> materials() {
    return state().draft().materials();
  }

  /// Whether the resident may go on.
  boolean complete() {
    return state().draft().mayBeFiled();
  }

  String titleKey() {
    return complete() ? "materials.title" : "materials.incomplete.title";
  }

  String leadKey() {
    return complete() ? "materials.lead" : "materials.incomplete.lead";
  }

  /// Where the material comes from, as a message key.
  Optional<String> sourceKey(HeldMaterial material) {
    return required(material).map(required -> key(required.source()));
  }

  /// What a resident should know about it; may be empty.
  String note(HeldMaterial material) {
    return required(material).map(RequiredMaterial::note).orElse("");
  }

  String stateKey(HeldMaterial material) {
    return switch (material.state()) {
      case MaterialState.Held(_, var level) -> key(level);
      case MaterialState.FetchedLater _ -> "materials.later";
      case MaterialState.Missing _ -> "materials.missing";
    };
  }

  private Optional<RequiredMaterial> required(HeldMaterial material) {
    return state().draft().matter().materials().stream()
        .filter(required -> required.id().equals(material.id()))
        .findFirst();
  }

  private static String key(TrustLevel level) {
    return switch (level) {
      case A -> "materials.level.a";
      case B -> "materials.level.b";
      case C -> "materials.level.c";
      case D -> "materials.level.d";
    };
  }

  private static String key(RequiredMaterial.Source source) {
    return switch (source) {
      case ELECTRONIC_CERTIFICATE -> "materials.source.certificate";
      case SHARED_DATA -> "materials.source.shared";
      case PHOTOGRAPHED -> "materials.source.photographed";
      case PHONE -> "materials.source.phone";
      case PROMISE -> "materials.source.promise";
      case POST -> "materials.source.post";
    };
  }
}
