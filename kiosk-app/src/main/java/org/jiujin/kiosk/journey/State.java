package org.jiujin.kiosk.journey;

import java.util.List;
import java.util.Map;
import org.jiujin.kiosk.catalogue.Matter;
import org.jiujin.kiosk.catalogue.Situation;
import org.jiujin.kiosk.identity.Person;
import org.jspecify.annotations.Nullable;

/// Where the resident is. One state is one screen; [Journey] draws the map.
///
/// States after the card was read hold personal data and mask it in `toString`.
public sealed interface State {
  /// Which idle limit holds here (interface reference, section 5).
  default Idle idle() {
    return switch (this) {
      case Attract _ -> Idle.NOBODY;
      case Home _, Told _ -> Idle.NOT_SIGNED_IN;
      case AwaitingCard _ -> Idle.DEVICE;
      case ConfirmingIdentity _,
          AskingConsent _,
          FillingForm _,
          ShowingMaterials _,
          Reviewing _,
          Signing _,
          NotFiled _ ->
          Idle.SIGNED_IN;
      case Prefilling _, FetchingMaterials _, Filing _ -> Idle.WORKING;
      case Filed _, Rating _ -> Idle.PAPER;
      case Farewell _ -> Idle.FAREWELL;
    };
  }

  /// The step of the matter that the resident is in, or null outside a matter.
  default @Nullable Step step() {
    return switch (this) {
      case Attract _, Home _, Rating _, Farewell _ -> null;
      case Told _ -> Step.TOLD;
      case AwaitingCard _, ConfirmingIdentity _ -> Step.IDENTITY;
      case AskingConsent _ -> Step.CONSENT;
      case Prefilling _, FillingForm _ -> Step.FORM;
      case FetchingMaterials _, ShowingMaterials _ -> Step.MATERIALS;
      case Reviewing _ -> Step.REVIEW;
      case Signing _ -> Step.SIGNATURE;
      case Filing _, NotFiled _, Filed _ -> Step.SUBMIT;
    };
  }

  /// Nobody is here.
  record Attract() implements State {}

  /// The resident chooses a matter.
  record Home() implements State {}

  /// Everything about the matter is told once (一次告知).
  record Told(Matter matter) implements State {}

  /// The reader waits for the resident's card.
  ///
  /// @param trouble what went wrong last time
  /// @param attempts how often the card has been asked for, from 1; 0 while the reader rests until the resident says so
  record AwaitingCard(Matter matter, CardTrouble trouble, int attempts) implements State {}

  /// The card was read; the resident sees, masked, who the terminal believes to have before it.
  record ConfirmingIdentity(Matter matter, Person person) implements State {}

  /// The resident is asked whether the platform's data may be used.
  ///
  /// @param answers what the form held when the resident came back from it
  record AskingConsent(Matter matter, Person person, Map<String, String> answers) implements State {
    public AskingConsent {
      answers = Map.copyOf(answers);
    }

    @Override
    public String toString() {
      return "AskingConsent[" + matter.id() + "]";
    }
  }

  /// The platform is asked for what it knows already.
  record Prefilling(Draft draft) implements State {}

  /// One page of the form.
  ///
  /// @param page from 0
  /// @param errors what the resident has to mend on this page, found at the last attempt to go on
  record FillingForm(Draft draft, int page, FieldErrors errors) implements State {}

  /// The materials are being fetched from the platform.
  record FetchingMaterials(Draft draft) implements State {}

  /// The resident sees which materials there are; [Draft#materials] holds them.
  record ShowingMaterials(Draft draft) implements State {}

  /// The resident checks the whole application, and so does the platform (智能预审).
  record Reviewing(Draft draft, Precheck precheck) implements State {}

  /// The resident signs with a finger.
  record Signing(Draft draft) implements State {}

  /// The application is being written to disk and sent.
  record Filing(Draft draft) implements State {}

  /// Nothing was filed; the draft is still here and the resident may try again or end.
  ///
  /// @param code short code for the hotline
  record NotFiled(Draft draft, String code) implements State {}

  /// The application is safe: accepted by the platform, or stored here to be sent.
  record Filed(Filed.Kept kept, Printing printing) implements State {
    /// What the receipt is made from; personal only as far as the receipt shows it.
    ///
    /// @param maskedName the applicant as the receipt names them
    /// @param materials names of the materials that were used
    public record Kept(
        Matter matter,
        Situation situation,
        String maskedName,
        List<String> materials,
        Acknowledgement acknowledgement) {
      public Kept {
        materials = List.copyOf(materials);
      }

      @Override
      public String toString() {
        return "Kept[" + matter.id() + "]";
      }
    }
  }

  /// The resident rates the service (好差评).
  ///
  /// @param level what was chosen so far, 1 to 5, or 0 for nothing yet
  /// @param reasonMissing whether a bad rating was sent without its reason
  record Rating(Acknowledgement acknowledgement, int level, boolean reasonMissing)
      implements State {}

  /// Everything personal is wiped already; the resident is reminded of card and paper.
  record Farewell() implements State {}
}
