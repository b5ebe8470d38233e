package org.jiujin.demo.stories;

import java.time.Duration;
import org.jiujin.demo.story.Stage;
import org.jiujin.demo.story.Step;
import org.jiujin.demo.story.StepFailed;

/// Watches the virtual receipt printer.
final class ReceiptCheck {
  private final Stage stage;
  private int stripsBefore;

  ReceiptCheck(Stage stage) {
    this.stage = stage;
  }

  /// Counts the strips that lie there already.
  Step countStrips() {
    return Step.step(
        "The bench is ready: reader and printer plugged in, no card",
        () -> {
          var state = stage.bench().state();
          if (!state.idcard().plugged() || !state.receipt().plugged()) {
            throw new StepFailed("the reader or the printer is not plugged in");
          }
          stage.bench().lift();
          stripsBefore = state.receipt().strips();
        });
  }

  /// Exactly one strip comes out, with the number that an earlier step kept under a name, in print and as QR code.
  Step carries(String name) {
    return Step.step(
            "The receipt comes out with the number in print and as QR code", () -> check(name))
        .within(Duration.ofSeconds(30));
  }

  private void check(String name) throws InterruptedException {
    stage.until("a strip of paper", () -> stage.bench().state().receipt().strips() > stripsBefore);
    int strip = stage.bench().state().receipt().strips();
    stage.picture("receipt", stage.bench().stripPicture(strip));
    String text = stage.bench().stripText(strip);
    String number = stage.kept(name);
    String qr = text.substring(Math.max(0, text.indexOf("[QR ")));
    if (!text.replace(" ", "").contains(number) || !qr.startsWith("[QR ") || !qr.contains(number)) {
      throw new StepFailed(
          "the strip does not carry the number " + number + " both in print and as QR code");
    }
    if (strip != stripsBefore + 1) {
      throw new StepFailed((strip - stripsBefore) + " strips came out instead of one");
    }
    if (text.contains(Applicant.NUMBER)) {
      throw new StepFailed("the strip shows the whole identity number");
    }
  }
}
