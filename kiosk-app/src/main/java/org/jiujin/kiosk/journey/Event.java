package org.jiujin.kiosk.journey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jiujin.kiosk.catalogue.Matter;
import org.jiujin.kiosk.identity.Person;
import org.jiujin.kiosk.identity.Signature;
import org.jiujin.kiosk.material.HeldMaterial;

/// What happened: a touch of the resident, or the answer of a runner. An event that does not fit the state is ignored.
public sealed interface Event {
  /// The attract screen was touched.
  record Touched() implements Event {}

  /// A matter was chosen on the home screen.
  record MatterChosen(Matter matter) implements Event {}

  /// The main button: on to the next screen.
  record Continued() implements Event {}

  /// Back by one screen.
  record WentBack() implements Event {}

  /// 结束并清除: everything is wiped.
  record Ended() implements Event {}

  /// The idle limit of the state ran out.
  record IdleRanOut() implements Event {}

  /// The resident consented to the use of shared data.
  record Consented(Instant at) implements Event {}

  /// The resident does not consent; without consent nothing is filed here.
  record Declined() implements Event {}

  /// A field of the form got a value; the empty text clears it.
  record Answered(String fieldId, String value) implements Event {
    @Override
    public String toString() {
      return "Answered[" + fieldId + "]";
    }
  }

  /// The resident wants to change a page of the form from the summary.
  ///
  /// @param page from 0
  record EditAsked(int page) implements Event {}

  /// The resident signed.
  record Signed(Signature signature) implements Event {}

  /// The resident wants a refused receipt printed again.
  record PrintAsked() implements Event {}

  /// A level of satisfaction was chosen, 1 to 5.
  record LevelChosen(int level) implements Event {}

  /// The rating is to be sent.
  ///
  /// @param reasons ids of the chosen reasons; a level of 2 or less needs one
  record Rated(List<String> reasons) implements Event {
    public Rated {
      reasons = List.copyOf(reasons);
    }
  }

  /// The reader read a card.
  ///
  /// @param expired whether the card is past its last day
  record CardRead(Person person, boolean expired) implements Event {}

  /// The reader got no card, or could not read it.
  record CardFailed(CardTrouble trouble) implements Event {}

  /// The reader is back after it was away.
  record ReaderReturned() implements Event {}

  /// What the platform knew already, by field id; empty when it knew nothing or did not answer.
  record Prefilled(Map<String, String> answers) implements Event {
    public Prefilled {
      answers = Map.copyOf(answers);
    }

    @Override
    public String toString() {
      return "Prefilled[" + answers.keySet() + "]";
    }
  }

  /// The materials were looked up.
  record MaterialsFetched(List<HeldMaterial> materials) implements Event {
    public MaterialsFetched {
      materials = List.copyOf(materials);
    }
  }

  /// The pre-check ended.
  record Prechecked(Precheck precheck) implements Event {}

  /// The application is safe on disk, and perhaps accepted already.
  record Stored(Acknowledgement acknowledgement) implements Event {}

  /// Nothing was filed.
  ///
  /// @param code short code for the hotline
  record FilingFailed(String code) implements Event {}

  /// A receipt was printed, refused, or nobody knows.
  record PrintEnded(Printing printing) implements Event {}
}
