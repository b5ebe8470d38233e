package org.jiujin.kiosk.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jiujin.config.ConfigRefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenMatterTest {
  private static final String FILE = "config/catalogue/library-card.yaml";

  @TempDir private Path folder;

  @Test
  void acceptsTheFileThatTheOthersAreBrokenFrom() {
    assertEquals(List.of(), load(CatalogueHome.libraryCard()));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource("slips")
  void namesFileLineAndWhatToChange(String right, String wrong, List<String> expected) {
    String yaml = CatalogueHome.libraryCard();
    assertTrue(yaml.contains(right), "the table names a text that the file lacks: " + right);

    assertEquals(
        expected.stream().map(finding -> FILE + finding).toList(),
        load(yaml.replace(right, wrong)));
  }

  static Stream<Arguments> slips() {
    return Stream.of(
        slip(
            "type: choice",
            "type: chioce",
            ":33: form.steps[0].fields[0].type is \"chioce\"; write one of text, digits, choice, date, address, boolean"),
        slip("icon: book\n", "", ":1: \"icon\" is missing; add it"),
        slip(
            "icon: book",
            "icno: book",
            ":1: \"icon\" is missing; add it",
            ":7: icno is not known here; remove it, or write one of id, version, number, name, shortName, summary, icon,"
                + " theme, subject, departments, situations, guide, form, materials, limits, fee, results"),
        slip(
            "shortName: 借书证",
            "shortName: 一张可以借很多书的证",
            ":5: shortName is \"一张可以借很多书的证\"; write at most 8 characters"),
        slip(
            "version: \"2026.11.1\"",
            "version: 1",
            ":2: version is 1; write a text, in quotes if it looks like a number"),
        slip(
            "version: \"2026.11.1\"",
            "version: v1",
            ":2: version is \"v1\"; write year.month.count, 2026.11.1 for example"),
        slip(
            "id: library-card",
            "id: library",
            ":1: id is \"library\"; write library-card, as the file is named"),
        slip(
            "lead: true",
            "lead: false",
            ":10: departments has 0 leads; give exactly one lead: true, and put it first"),
        slip(
            "id: lost, name",
            "id: first, name",
            ":14: situations[1].id stands there twice; write each id once"),
        slip(
            "offered: here",
            "offered: window",
            ":12: situations offers nothing here; write offered: here at one of them, or remove the file"),
        slip(
            "offered: here",
            "offered: yes",
            ":13: situations[0].offered is \"yes\"; write one of here, window"),
        slip(
            "topic: time",
            "topic: cost",
            ":20: guide[4].topic stands there twice; write each topic once",
            ":15: guide does not tell time; add an entry with topic: time"),
        slip(
            "lines: [不收钱], provenance: *made",
            "lines: [不收钱], provenance: {mark: unverified, source: somebody said so}",
            ":20: guide[4] is unverified; its text for residents must say 以受理机关告知为准"),
        slip(
            ", prefill: card.name",
            "",
            ":25: form.fromCard[0] is not taken from the card; add prefill: card.name or the like, or move it to a step"),
        slip(
            "prefill: card.name",
            "prefill: card.shoesize",
            ":25: form.fromCard[0].prefill is \"card.shoesize\"; write card.name, card.number, card.sex, card.nation,"
                + " card.birth, card.address, or platform. and the platform's name of the value"),
        slip(
            "- id: era",
            "- id: name",
            ":38: form.steps[0].fields[1].id is \"name\", as another field is; give each field its own id"),
        slip(
            "field: kind",
            "field: era",
            ":46: form.steps[0].fields[1].when[0].field is \"era\"; write the id of a choice field further up"),
        slip(
            "is: [history]",
            "is: [poems]",
            ":46: form.steps[0].fields[1].when[0].is names \"poems\"; write options of kind: novel, history"),
        slip(
            "{min: 4, max: 4}",
            "{min: 5, max: 4}",
            ":42: form.steps[0].fields[1].limits says min 5 and max 4; write min no larger than max"),
        slip(
            "          limits: {min: 4, max: 4}\n",
            "",
            ":38: form.steps[0].fields[1] has no \"limits\"; add it"),
        slip(
            "[12][0-9]{3}",
            "[12",
            ":44: form.steps[0].fields[1].patterns[0].regex is not a regular expression: Unclosed character class; correct it"),
        slip(
            "{id: history, label: 历史}",
            "{id: novel, label: 历史}",
            ":37: form.steps[0].fields[0].options[1].id stands there twice; write each id once",
            ":46: form.steps[0].fields[1].when[0].is names \"history\"; write options of kind: novel, novel"),
        slip(
            "    source: electronic-certificate\n",
            "",
            ":48: materials[0] has no \"source\"; add it"),
        slip(
            "    certificateType: 11100000000013338W011\n",
            "",
            ":48: materials[0] has no \"certificateType\"; add it"),
        slip(
            "13338W011",
            "13339W011",
            ":51: materials[0].certificateType begins with a 统一社会信用代码 whose check character is wrong; correct it"),
        slip(
            "source: electronic-certificate",
            "source: photographed",
            ":52: materials[0].level is A; write C, which this source has (国办函〔2016〕108号)",
            ":51: materials[0].certificateType does not belong here; remove it, or write source: electronic-certificate"),
        slip(
            "needed: {first: true}",
            "needed: {frist: true}",
            ":53: materials[0].needed.frist is no situation of this matter; write one of first, lost",
            ":53: materials[0].needed does not say whether first needs it; add first: true or false"),
        slip("days: 20, unit: day", "days: 20", ":57: limits.legal has no \"unit\"; add it"),
        slip(
            "days: 20",
            "days: twenty",
            ":57: limits.legal.days is \"twenty\"; write a whole number"),
        slip("kind: free", "kind: amount", ":58: fee has no \"amountFen\"; add it"),
        slip("number: 901", "number: 901\nnumber: 902", ":4: says \"number\" twice; remove one"),
        slip(
            "icon: book",
            "icon: [book",
            ":8: is not YAML: expected ',' or ']', but got :; look at indentation, colons and quotes"));
  }

  @Test
  void refusesTwoMattersWithOneNumber() {
    var home = CatalogueHome.in(folder).with("library-card.yaml", CatalogueHome.libraryCard());
    home.with(
        "book-card.yaml", CatalogueHome.libraryCard().replace("id: library-card", "id: book-card"));

    assertEquals(
        List.of(FILE + ":3: number is 901, as in book-card.yaml; give each matter its own number"),
        home.findings());
  }

  @Test
  void refusesAnEmptyFolder() {
    assertEquals(
        List.of("config/catalogue/: holds no matter; put at least one .yaml file there"),
        CatalogueHome.in(folder).findings());
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    assertEquals(
        List.of("config/catalogue/: cannot be listed: NoSuchFileException"),
        new CatalogueHome(folder).findings());
  }

  @Test
  void stopsTheStartWithEveryFindingInTheMessage() {
    var home = CatalogueHome.in(folder).with("x.yaml", "id: x\n");

    var stop =
        assertThrows(ConfigRefusedException.class, () -> Catalogue.load(home.home()).orThrow());

    assertTrue(
        String.valueOf(stop.getMessage())
            .contains("\nconfig/catalogue/x.yaml:1: \"fee\" is missing; add it"),
        stop::getMessage);
  }

  private List<String> load(String yaml) {
    return CatalogueHome.in(folder).with("library-card.yaml", yaml).findings();
  }

  private static Arguments slip(String right, String wrong, String... expected) {
    return arguments(right, wrong, List.of(expected));
  }
}
