package org.jiujin.kiosk.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiujin.kiosk.catalogue.Condition;
import org.jiujin.kiosk.catalogue.Department;
import org.jiujin.kiosk.catalogue.Fee;
import org.jiujin.kiosk.catalogue.FieldKind;
import org.jiujin.kiosk.catalogue.Form;
import org.jiujin.kiosk.catalogue.FormField;
import org.jiujin.kiosk.catalogue.FormStep;
import org.jiujin.kiosk.catalogue.Matter;
import org.jiujin.kiosk.catalogue.Prefill;
import org.jiujin.kiosk.catalogue.Provenance;
import org.jiujin.kiosk.catalogue.RequiredMaterial;
import org.jiujin.kiosk.catalogue.Situation;
import org.jiujin.kiosk.catalogue.Subject;
import org.jiujin.kiosk.catalogue.TimeLimit;
import org.jiujin.kiosk.catalogue.TimeLimits;
import org.jiujin.kiosk.identity.Person;
import org.jiujin.kiosk.identity.PersonalNumber;
import org.jiujin.kiosk.material.HeldMaterial;
import org.jiujin.kiosk.material.MaterialState;
import org.jiujin.kiosk.material.TrustLevel;

/// A small invented matter and an invented person to walk through it: three pages, the second only for delivery by post.
public final class TestMatter {
  private static final Provenance INVENTED = new Provenance(Provenance.Mark.UNVERIFIED, "test");

  /// The invented resident.
  public static final Person PERSON =
      new Person(
          "测试甘",
          new PersonalNumber("620100199001010000"),
          "男",
          "汉",
          LocalDate.of(1990, 1, 1),
          "甘肃省测试县测试村1号",
          "测试县公安局",
          LocalDate.of(2040, 1, 1));

  /// The matter.
  public static final Matter MATTER =
      new Matter(
          "test-matter",
          "1",
          11,
          "测试事项",
          "测试",
          "测试",
          "card",
          "test",
          Subject.PERSON,
          List.of(new Department("测试部门", true, INVENTED)),
          List.of(new Situation("replace", "补换", "补一张", true, INVENTED)),
          List.of(),
          new Form(
              List.of(field("name", new FieldKind.Text(1, 30, List.of()), card(), List.of())),
              List.of(
                  page("delivery", field("delivery", choice(), new Prefill.Nothing(), List.of())),
                  page(
                      "post",
                      field(
                          "address",
                          new FieldKind.Address(5, 80),
                          new Prefill.FromCard(Prefill.CardField.ADDRESS),
                          List.of(new Condition("delivery", Set.of("post"))))),
                  page(
                      "phone",
                      field(
                          "phone",
                          new FieldKind.Digits(11, 11, List.of()),
                          new Prefill.FromPlatform("mobile"),
                          List.of())))),
          List.of(
              new RequiredMaterial(
                  "idcard",
                  "居民身份证",
                  "",
                  RequiredMaterial.Source.ELECTRONIC_CERTIFICATE,
                  "",
                  TrustLevel.A,
                  Map.of("replace", true),
                  INVENTED)),
          new TimeLimits(
              new TimeLimit.AsAnnounced("", INVENTED), new TimeLimit.AsAnnounced("", INVENTED)),
          new Fee.Free("", INVENTED),
          List.of());

  /// The only material, found.
  public static final List<HeldMaterial> FOUND =
      materials(new MaterialState.Held("c-1", TrustLevel.A));

  /// The only material, which the platform has not.
  public static final List<HeldMaterial> MISSING = materials(new MaterialState.Missing());

  private TestMatter() {}

  private static List<HeldMaterial> materials(MaterialState state) {
    return List.of(new HeldMaterial("idcard", "居民身份证", state));
  }

  private static FormStep page(String id, FormField field) {
    return new FormStep(id, id, "", INVENTED, List.of(field));
  }

  private static FormField field(String id, FieldKind kind, Prefill prefill, List<Condition> when) {
    return new FormField(id, id, "", true, kind, prefill, "", when);
  }

  private static FieldKind choice() {
    return new FieldKind.Choice(
        List.of(new FieldKind.Option("fetch", "自取", ""), new FieldKind.Option("post", "邮寄", "")));
  }

  private static Prefill card() {
    return new Prefill.FromCard(Prefill.CardField.NAME);
  }
}
