package org.jiujin.kiosk.journey;

import java.util.List;
import org.jiujin.kiosk.identity.Signature;

/// What a step asks the runners to do. Each answers with an [Event], or with none where it says so.
public sealed interface Effect {
  /// A resident came: count a session. No answer.
  record BeginSession() implements Effect {}

  /// Wipe everything personal. No answer.
  record EndSession(Ending how) implements Effect {}

  /// Wait for a card and read it. Answers [Event.CardRead] or [Event.CardFailed].
  record ReadCard() implements Effect {}

  /// Stop waiting for a card. No answer.
  record StopReading() implements Effect {}

  /// Ask the platform what it knows already. Answers [Event.Prefilled].
  record Prefill(Draft draft) implements Effect {}

  /// Look up the materials. Answers [Event.MaterialsFetched].
  record FetchMaterials(Draft draft) implements Effect {}

  /// Ask the platform for its pre-check. Answers [Event.Prechecked].
  record CheckBeforehand(Draft draft) implements Effect {}

  /// Write the application to disk, then send it. Answers [Event.Stored] or [Event.FilingFailed].
  record File(Draft draft, Signature signature) implements Effect {}

  /// Print the receipt. Answers [Event.PrintEnded].
  record Print(State.Filed.Kept kept) implements Effect {}

  /// Send the rating. No answer.
  ///
  /// @param level 1 to 5
  record Rate(Acknowledgement acknowledgement, int level, List<String> reasons) implements Effect {
    public Rate {
      reasons = List.copyOf(reasons);
    }
  }
}
