package org.jiujin.demo.stories;

import static org.jiujin.demo.story.Step.step;

import java.time.Duration;
import java.util.List;
import org.jiujin.demo.peer.TouchScreen.Node;
import org.jiujin.demo.story.Resident;
import org.jiujin.demo.story.Stage;
import org.jiujin.demo.story.Step;
import org.jiujin.demo.story.StepFailed;

/// The way of a resident who has a social security card replaced (社会保障卡，补换), as steps that stories share.
final class Visit {
  static final String MATTER = "home.matter.shehui-baozhang-ka";

  /// Long enough for everything the platform is asked on the way when it does not answer.
  private static final Duration ASKING_LIMIT = Duration.ofSeconds(40);

  /// A driver that waits in vain for the printer's answer gives up after 30 s and says that it is not certain.
  private static final Duration PRINT_LIMIT = Duration.ofSeconds(45);

  private final Stage stage;
  private final Resident resident;

  Visit(Stage stage) {
    this.stage = stage;
    this.resident = stage.resident();
  }

  /// From the attract screen to the signed application, touching 提交 last.
  List<Step> untilFiled() {
    return List.of(
        step("The attract screen waits for someone", () -> resident.sees("attract")),
        step("A touch opens the home screen", this::comeHome),
        step("The matter tells everything once", this::choose),
        step("The card is laid on the reader and read", this::showCard),
        step("Name and number are shown masked", this::checkMasked),
        step("The resident agrees to the use of shared data", this::agree),
        step("The phone number is there or typed", this::givePhone).within(ASKING_LIMIT),
        step("The rest of the form is chosen", this::fillForm),
        step("The materials come from the platform", this::seeMaterials).within(ASKING_LIMIT),
        step("The summary is checked", this::checkSummary).within(ASKING_LIMIT),
        step("The resident signs with a finger and submits", this::sign));
  }

  /// From the shown number to the attract screen.
  List<Step> rateAndLeave() {
    return List.of(
        step("The receipt is printed; the resident rates the service", this::rate)
            .within(PRINT_LIMIT),
        step("The session ends and the attract screen returns", this::leave));
  }

  private void comeHome() throws InterruptedException {
    resident.touches("attract.start");
    resident.sees("home");
  }

  private void choose() throws InterruptedException {
    resident.touches(MATTER);
    resident.sees("told");
  }

  private void showCard() throws InterruptedException {
    resident.touches("told.next");
    resident.sees("card");
    stage.bench().lay(Applicant.CARD);
    stage.note("card laid");
    resident.sees("identity");
  }

  private void checkMasked() throws InterruptedException {
    Node number = resident.finds("identity.number");
    String words = number.words();
    String last = Applicant.NUMBER.substring(Applicant.NUMBER.length() - 4);
    if (!words.contains("*") || !words.endsWith(last)) {
      throw new StepFailed("the number is not shown masked with its last four digits");
    }
    var look = resident.sees("identity");
    if (look.says(Applicant.NUMBER) || look.says(Applicant.NAME) || look.says(Applicant.ADDRESS)) {
      throw new StepFailed("something personal stands on the screen unmasked");
    }
    stage.bench().lift();
    stage.note("card lifted");
  }

  private void agree() throws InterruptedException {
    resident.touches("identity.next");
    resident.sees("consent");
    resident.touches("consent.next");
  }

  private void givePhone() throws InterruptedException {
    Node phone = resident.sees("form", "form.mobile");
    if (phone.words().chars().noneMatch(Character::isDigit)) {
      for (int i = 0; i < Applicant.PHONE.length(); i++) {
        resident.touches("key." + Applicant.PHONE.charAt(i));
      }
      stage.pictureScreen("form-phone-typed");
    }
    resident.touches("form.next");
  }

  private void fillForm() throws InterruptedException {
    chooseOn("form.reason.lost");
    chooseOn("form.bank.gansu");
    chooseOn("form.delivery.here");
  }

  private void chooseOn(String option) throws InterruptedException {
    resident.sees("form", option);
    resident.touches(option);
    resident.touches("form.next");
  }

  private void seeMaterials() throws InterruptedException {
    resident.sees("materials");
    resident.touches("materials.next");
  }

  private void checkSummary() throws InterruptedException {
    resident.sees("summary");
    resident.touches("summary.next");
  }

  private void sign() throws InterruptedException {
    resident.sees("signature");
    resident.signsOn("signature.pad");
    stage.pictureScreen("signature-signed");
    resident.touches("signature.next");
  }

  private void rate() throws InterruptedException {
    stage.await(
        "filed.next, ready once the receipt is printed",
        () -> stage.screen().look().node("filed.next").filter(next -> !next.disabled()));
    stage.pictureScreen("filed-printed");
    resident.touches("filed.next");
    resident.sees("rating");
    resident.touches("rating.level.5");
    stage.pictureScreen("rating-chosen");
    resident.touches("rating.next");
  }

  private void leave() throws InterruptedException {
    resident.sees("farewell");
    stage.bench().takeReceipt();
    resident.touches("farewell.next");
    resident.sees("attract");
  }
}
