package org.jiujin.kiosk.screen.filed;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.jiujin.kiosk.journey.Acknowledgement;
import org.jiujin.kiosk.journey.Printing;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.screen.Actions;
import org.jiujin.kiosk.screen.Screen;
import org.jiujin.kiosk.screen.Setting;
import org.jiujin.kiosk.screen.kit.FactList;
import org.jiujin.kiosk.screen.kit.FactList.Fact;
import org.jiujin.kiosk.screen.kit.Frame;
import org.jiujin.kiosk.screen.kit.Icon;
import org.jiujin.kiosk.screen.kit.KioskButton;
import org.jiujin.kiosk.screen.kit.PagedBox;
import org.jiujin.kiosk.screen.kit.Parts;
import org.jiujin.kiosk.screen.kit.Parts.Tone;
import org.jiujin.kiosk.screen.kit.QrImage;

/// Draws [State.Filed]: accepted with its 办件编号, or stored here with a local number, and where the receipt is.
public final class FiledView implements Screen<State.Filed> {
  private final Setting setting;
  private final FiledModel model;
  private final StackPane printing = new StackPane();
  private final KioskButton next;
  private final Frame root;

  /// What differs between the two ways of being filed.
  private record Words(
      Icon.Shape icon, String tone, String titleKey, String leadKey, String numberKey) {}

  public FiledView(Setting setting, FiledModel model) {
    this.setting = setting;
    this.model = model;
    Words words = words(model.state().kept().acknowledgement());
    next = Actions.next(setting, "filed", "filed.next", model::goOn);
    var box = new PagedBox(setting.texts(), List.of(head(words), number(words), facts()));
    var body = Parts.column("stack", Parts.growing(box), printing);
    root =
        new Frame(
            setting.texts(),
            new Frame.Heading(Optional.empty(), "", ""),
            body,
            List.of(Actions.help(setting, "filed"), next));
    model.stateProperty().subscribe(_ -> draw());
  }

  private static Words words(Acknowledgement acknowledgement) {
    return switch (acknowledgement) {
      case Acknowledgement.Accepted _ ->
          new Words(
              Icon.Shape.CHECK,
              "badge-good",
              "filed.accepted.title",
              "filed.accepted.lead",
              "filed.accepted.number");
      case Acknowledgement.StoredHere _ ->
          new Words(
              Icon.Shape.SAVE,
              "badge-info",
              "filed.stored.title",
              "filed.stored.lead",
              "filed.stored.number");
    };
  }

  private Node head(Words words) {
    var title = Parts.words(setting.text(words.titleKey()), "filed-title", "centred");
    title.setId("filed.title");
    var head =
        Parts.column(
            "filed-head",
            Parts.badge(words.icon(), words.tone(), "badge-huge"),
            title,
            Parts.words(setting.text(words.leadKey()), "cue-hint", "centred"));
    head.setAlignment(Pos.TOP_CENTER);
    return head;
  }

  private Node number(Words words) {
    var number = Parts.words(model.numberInGroups(), "case-number", "centred");
    number.setId("filed.number");
    var qr =
        QrImage.of(
            model.number(),
            (int) (qrMillimetres() * setting.pixelsPerMillimetre()),
            setting.text("filed.qr"));
    var card =
        Parts.card(
            Parts.words(setting.text(words.numberKey()), "soft", "centred"),
            number,
            qr,
            Parts.words(setting.text("filed.qr"), "soft", "centred"));
    card.setAlignment(Pos.TOP_CENTER);
    return card;
  }

  /// Large letters leave less room for the code.
  private double qrMillimetres() {
    return switch (setting.skin()) {
      case STANDARD -> 82;
      case ELDER -> 66;
    };
  }

  private Node facts() {
    var kept = model.state().kept();
    return FactList.card(
        setting.texts(),
        "",
        List.of(
            new Fact(
                "filed.matter",
                setting.text("summary.matterName"),
                setting.text(
                    "summary.matterAndSituation",
                    kept.matter().shortName(),
                    kept.situation().name())),
            new Fact("filed.name", setting.text("summary.applicant"), kept.maskedName()),
            new Fact("filed.at", setting.text(model.timeKey()), model.time(setting.zone()))));
  }

  private void draw() {
    printing.getChildren().setAll(banner());
    next.setDisable(!model.mayGoOn());
  }

  private Node banner() {
    var words = Parts.words(setting.text(model.printingKey()), "strong");
    words.setId("filed.printing");
    return switch (model.state().printing()) {
      case Printing.Running _ -> Parts.banner(Tone.INFO, words);
      case Printing.Done _ -> Parts.banner(Tone.GOOD, words);
      case Printing.Refused _ -> {
        var banner = Parts.banner(Tone.WARN, words, code());
        banner.getChildren().add(again());
        yield banner;
      }
      case Printing.Uncertain _ -> Parts.banner(Tone.WARN, words, code());
    };
  }

  private Node code() {
    return Parts.words(setting.text("problem.code", model.printingCode()), "soft");
  }

  private KioskButton again() {
    var again =
        KioskButton.of(
            KioskButton.Kind.SECONDARY,
            "filed.printAgain",
            setting.text("filed.printAgain"),
            model::printAgain);
    again.setMinWidth(KioskButton.USE_PREF_SIZE);
    return again.withIcon(Icon.Shape.PRINTER);
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void show(State.Filed state) {
    model.show(state);
  }

  @Override
  public String spoken() {
    return setting.text(words(model.state().kept().acknowledgement()).titleKey());
  }
}
