package org.jiujin.kiosk.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.jiujin.kiosk.catalogue.GuideEntry.Topic;
import org.junit.jupiter.api.Test;

class ShippedCatalogueTest {
  private final Catalogue catalogue = Catalogue.load(CatalogueHome.SHIPPED).orThrow();
  private final Matter card = catalogue.matter("shehui-baozhang-ka").orElseThrow();

  @Test
  void loadsEveryShippedFile() throws IOException {
    try (var files = Files.list(CatalogueHome.SHIPPED.resolve("config/catalogue"))) {
      long shipped = files.filter(file -> file.toString().endsWith(".yaml")).count();
      assertTrue(shipped >= 1);
      assertEquals(shipped, catalogue.matters().size());
    }
  }

  @Test
  void offersTheReplacementHereAndSendsTheOtherSituationsToAWindow() {
    assertEquals(List.of("补换"), card.situationsHere().stream().map(Situation::name).toList());
    assertEquals(
        List.of("申领", "启用", "挂失", "密码"),
        card.situationsAtWindow().stream().map(Situation::name).toList());
  }

  @Test
  void tellsEverythingOnce() {
    assertEquals(List.of(Topic.values()), card.guide().stream().map(GuideEntry::topic).toList());
  }

  @Test
  void asksForPhoneReasonBankAndDelivery() {
    assertEquals(
        List.of("phone", "reason", "bank", "delivery"),
        card.form().steps().stream().map(FormStep::id).toList());
    assertInstanceOf(FieldKind.Digits.class, card.form().field("mobile").orElseThrow().kind());
  }

  @Test
  void asksForAnAddressOnlyWhenTheCardIsToBePosted() {
    FormStep delivery = card.form().steps().getLast();

    assertEquals(1, delivery.fieldsFor(Map.of("delivery", "bank")).size());
    assertEquals(
        List.of("delivery", "postAddress"),
        delivery.fieldsFor(Map.of("delivery", "post")).stream().map(FormField::id).toList());
  }

  @Test
  void needsTheIdentityCardAsAnElectronicCertificate() {
    RequiredMaterial first = card.materialsIn("buhuan").getFirst();

    assertEquals("居民身份证", first.name());
    assertEquals(RequiredMaterial.Source.ELECTRONIC_CERTIFICATE, first.source());
    assertEquals("11100000000013338W011", first.certificateType());
    assertEquals(List.of(), card.materialsIn("mima"));
  }

  @Test
  void statesNoLimitOrFeeThatNobodyConfirmed() {
    assertInstanceOf(TimeLimit.AsAnnounced.class, card.limits().promise());
    assertInstanceOf(Fee.AsAnnounced.class, card.fee());
    assertFalse(card.limits().promise().provenance().source().isBlank());
  }
}
