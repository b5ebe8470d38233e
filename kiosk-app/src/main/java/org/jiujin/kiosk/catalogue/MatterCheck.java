package org.jiujin.kiosk.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiujin.config.ConfigDocument;
import org.jiujin.config.Finding;

/// What a schema cannot say about a matter: references, doubles, and honest wording.
final class MatterCheck {
  private final ConfigDocument document;
  private final Matter matter;
  private final Findings findings;

  private MatterCheck(ConfigDocument document, Matter matter) {
    this.document = document;
    this.matter = matter;
    this.findings = new Findings(document);
  }

  static List<Finding> findings(ConfigDocument document, Matter matter) {
    var check = new MatterCheck(document, matter);
    check.identity();
    check.departments();
    check.situations();
    check.guide();
    new FormCheck(check.findings, matter.form()).run();
    check.materials();
    check.findings.wording(
        "/limits/promise",
        matter.limits().promise().provenance(),
        matter.limits().promise().explain());
    check.findings.wording(
        "/limits/legal", matter.limits().legal().provenance(), matter.limits().legal().explain());
    check.findings.wording("/fee", matter.fee().provenance(), matter.fee().explain());
    check.results();
    return check.findings.all();
  }

  private void identity() {
    String file = document.file().replaceFirst("^.*/", "");
    if (!file.equals(matter.id() + ".yaml")) {
      findings.add(
          "/id",
          "is \""
              + matter.id()
              + "\"; write "
              + file.replaceFirst("\\.yaml$", "")
              + ", as the file is named");
    }
  }

  private void departments() {
    long leads = matter.departments().stream().filter(Department::lead).count();
    if (leads != 1 || !matter.departments().getFirst().lead()) {
      findings.add(
          "/departments", "has " + leads + " leads; give exactly one lead: true, and put it first");
    }
  }

  private void situations() {
    findings.unique("/situations", matter.situations(), Situation::id, "id");
    if (matter.situationsHere().isEmpty()) {
      findings.add(
          "/situations",
          "offers nothing here; write offered: here at one of them, or remove the file");
    }
  }

  private void guide() {
    findings.unique("/guide", matter.guide(), entry -> entry.topic().name(), "topic");
    Set<GuideEntry.Topic> told =
        matter.guide().stream().map(GuideEntry::topic).collect(Collectors.toSet());
    for (GuideEntry.Topic topic : GuideEntry.Topic.values()) {
      if (!told.contains(topic)) {
        findings.add(
            "/guide", "does not tell " + word(topic) + "; add an entry with topic: " + word(topic));
      }
    }
    findings.each(
        matter.guide(),
        (i, entry) ->
            findings.wording("/guide/" + i, entry.provenance(), String.join("", entry.lines())));
  }

  private void materials() {
    findings.unique("/materials", matter.materials(), RequiredMaterial::id, "id");
    Set<String> known = matter.situations().stream().map(Situation::id).collect(Collectors.toSet());
    findings.each(
        matter.materials(),
        (i, material) -> {
          String place = "/materials/" + i;
          findings.wording(place, material.provenance(), material.note());
          needed(place, material, known);
          source(place, material);
        });
  }

  private void needed(String place, RequiredMaterial material, Set<String> known) {
    for (String id : material.needed().keySet()) {
      if (!known.contains(id)) {
        findings.add(
            place + "/needed/" + id,
            "is no situation of this matter; write one of "
                + matter.situations().stream()
                    .map(Situation::id)
                    .collect(Collectors.joining(", ")));
      }
    }
    for (Situation situation : matter.situationsHere()) {
      if (!material.needed().containsKey(situation.id())) {
        findings.add(
            place + "/needed",
            "does not say whether "
                + situation.id()
                + " needs it; add "
                + situation.id()
                + ": true or false");
      }
    }
  }

  private void source(String place, RequiredMaterial material) {
    String expected =
        switch (material.source()) {
          case ELECTRONIC_CERTIFICATE, SHARED_DATA -> "A";
          case PHOTOGRAPHED, PHONE -> "C";
          case PROMISE -> "D";
          case POST -> "B"; // checked by a window when it arrives
        };
    if (!material.level().name().equals(expected)) {
      findings.add(
          place + "/level",
          "is "
              + material.level()
              + "; write "
              + expected
              + ", which this source has (国办函〔2016〕108号)");
    }
    boolean certificate = material.source() == RequiredMaterial.Source.ELECTRONIC_CERTIFICATE;
    if (!certificate && !material.certificateType().isEmpty()) {
      findings.add(
          place + "/certificateType",
          "does not belong here; remove it, or write source: electronic-certificate");
    }
    if (certificate
        && !CreditCode.valid(material.certificateType().substring(0, CreditCode.LENGTH))) {
      findings.add(
          place + "/certificateType",
          "begins with a 统一社会信用代码 whose check character is wrong; correct it");
    }
  }

  private void results() {
    findings.each(
        matter.results(),
        (i, result) -> findings.wording("/results/" + i, result.provenance(), result.delivery()));
  }

  private static String word(GuideEntry.Topic topic) {
    return topic.name().toLowerCase(Locale.ROOT);
  }
}
