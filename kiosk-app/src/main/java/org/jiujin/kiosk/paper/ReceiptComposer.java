package org.jiujin.kiosk.paper;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import org.jiujin.device.printer.Receipt;
import org.jiujin.device.printer.ReceiptLine;
import org.jiujin.device.printer.ReceiptLine.Align;
import org.jiujin.device.printer.ReceiptLine.Size;
import org.jiujin.kiosk.journey.Acknowledgement;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.terminal.TerminalProfile;

/// Composes the receipt of a filing: accepted with its 办件编号, or stored here with a local number (已存本机).
///
/// It never says accepted of what is only stored. Stateless but for the words, so any thread may use it.
public final class ReceiptComposer {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final int GROUP = 4;
  private static final int QR_MODULE_DOTS = 8;

  private final ResourceBundle words =
      ResourceBundle.getBundle("org.jiujin.kiosk.paper.receipt", Locale.CHINA);
  private final Supplier<TerminalProfile> profile;
  private final NumberSeal seal;

  /// @param profile asked with every receipt for the place and its hotline
  /// @param seal makes the text of the QR code
  public ReceiptComposer(Supplier<TerminalProfile> profile, NumberSeal seal) {
    this.profile = profile;
    this.seal = seal;
  }

  /// The receipt for one filing.
  public Receipt compose(State.Filed.Kept filed) {
    var lines = new ArrayList<ReceiptLine>();
    head(lines);
    lines.add(new ReceiptLine.Rule());
    switch (filed.acknowledgement()) {
      case Acknowledgement.Accepted accepted -> accepted(accepted, lines);
      case Acknowledgement.StoredHere stored -> stored(stored, lines);
    }
    lines.add(new ReceiptLine.Rule());
    matter(filed, lines);
    lines.add(new ReceiptLine.Rule());
    foot(filed.acknowledgement(), lines);
    return new Receipt(lines);
  }

  private void head(List<ReceiptLine> lines) {
    lines.add(ReceiptLine.heading(words.getString("receipt.product")));
    lines.add(centred(profile.get().place().name(), false));
    if (profile.get().place().demo()) {
      lines.add(centred(words.getString("receipt.demo"), true));
    }
  }

  private void accepted(Acknowledgement.Accepted accepted, List<ReceiptLine> lines) {
    lines.add(outcome(words.getString("receipt.accepted")));
    lines.add(ReceiptLine.text(words.getString("receipt.caseNumber")));
    lines.add(number(accepted.caseNumber()));
  }

  private void stored(Acknowledgement.StoredHere stored, List<ReceiptLine> lines) {
    lines.add(outcome(words.getString("receipt.stored")));
    lines.add(centred(words.getString("receipt.stored.explain"), false));
    lines.add(ReceiptLine.text(words.getString("receipt.localNumber")));
    lines.add(number(stored.localNumber()));
  }

  private void matter(State.Filed.Kept filed, List<ReceiptLine> lines) {
    lines.add(row("receipt.matter", filed.matter().name()));
    lines.add(row("receipt.situation", filed.situation().name()));
    lines.add(row("receipt.applicant", filed.maskedName()));
    lines.add(row("receipt.filedAt", time(filed.acknowledgement().at())));
    if (!filed.materials().isEmpty()) {
      lines.add(row("receipt.materials", String.join("、", filed.materials())));
    }
    lines.add(ReceiptLine.text(words.getString("receipt.promise")));
    lines.add(ReceiptLine.text(filed.matter().limits().promise().explain()));
  }

  private void foot(Acknowledgement acknowledgement, List<ReceiptLine> lines) {
    String payload =
        switch (acknowledgement) {
          case Acknowledgement.Accepted accepted -> seal.caseNumber(accepted.caseNumber());
          case Acknowledgement.StoredHere stored -> seal.localNumber(stored.localNumber());
        };
    lines.add(new ReceiptLine.QrCode(payload, QR_MODULE_DOTS));
    lines.add(row("receipt.hotline", profile.get().place().hotline()));
    lines.add(row("receipt.terminal", profile.get().id()));
    lines.add(centred(words.getString("receipt.keep"), true));
  }

  private ReceiptLine row(String key, String value) {
    return new ReceiptLine.Row(words.getString(key), value);
  }

  private static ReceiptLine centred(String text, boolean bold) {
    return new ReceiptLine.Text(text, Align.CENTRE, Size.NORMAL, bold);
  }

  /// What became of the filing: the one line that must not be overlooked.
  private static ReceiptLine outcome(String text) {
    return new ReceiptLine.Text(text, Align.CENTRE, Size.TALL, true);
  }

  /// A number that people read aloud: large, digits in groups of four.
  private static ReceiptLine number(String number) {
    String shown =
        number.matches("\\d+") ? number.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ") : number;
    return new ReceiptLine.Text(shown, Align.CENTRE, Size.TALL, true);
  }

  private static String time(Instant at) {
    return TIME.format(at.atZone(CHINA));
  }
}
