package org.jiujin.kiosk.screen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jiujin.kiosk.catalogue.Condition;
import org.jiujin.kiosk.catalogue.Fee;
import org.jiujin.kiosk.catalogue.FieldKind;
import org.jiujin.kiosk.catalogue.Form;
import org.jiujin.kiosk.catalogue.FormField;
import org.jiujin.kiosk.catalogue.FormStep;
import org.jiujin.kiosk.catalogue.GuideEntry;
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
import org.jiujin.kiosk.journey.Acknowledgement;
import org.jiujin.kiosk.journey.CardTrouble;
import org.jiujin.kiosk.journey.Draft;
import org.jiujin.kiosk.journey.FieldErrors;
import org.jiujin.kiosk.journey.Precheck;
import org.jiujin.kiosk.journey.Printing;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.material.HeldMaterial;
import org.jiujin.kiosk.material.MaterialState;
import org.jiujin.kiosk.material.TrustLevel;

/// An invented matter as wordy as a real one, an invented resident, and every state that has a screen.
public final class Samples {
  public static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
  private static final Provenance SURE = new Provenance(Provenance.Mark.KNOWN, "样例");

  private Samples() {}

  public static Person person() {
    return new Person(
        "测试甘",
        new PersonalNumber("621121195001010008"),
        "女",
        "汉",
        LocalDate.of(1950, 1, 1),
        "甘肃省定西市通渭县测试镇样例村一社001号",
        "通渭县公安局",
        LocalDate.MAX);
  }

  public static Matter matter() {
    return new Matter(
        "shehui-baozhang-ka",
        "1",
        11,
        "社会保障卡居民服务",
        "社会保障卡",
        "卡丢了、坏了、到期了，在这里补一张、换一张",
        "card",
        "social-security",
        Subject.PERSON,
        List.of(),
        List.of(
            new Situation("buhuan", "补换", "卡丢了、坏了、要换一张", true, SURE),
            new Situation("shenling", "申领", "第一次办卡", false, SURE),
            new Situation("guashi", "挂失", "卡丢了，先停用", false, SURE)),
        guide(),
        new Form(List.of(), pages()),
        List.of(
            material("idcard", "居民身份证", "用电子证照，不用复印", true),
            material("photo", "证件照片", "用公安部门的照片，不用另拍", false)),
        new TimeLimits(new TimeLimit.AsAnnounced("", SURE), new TimeLimit.AsAnnounced("", SURE)),
        new Fee.AsAnnounced("", SURE),
        List.of());
  }

  private static List<GuideEntry> guide() {
    return List.of(
        told(GuideEntry.Topic.WHO, "已经有社会保障卡的居民，本人可以办。", "请带上您的居民身份证原件。", "替别人办、给孩子办，请到窗口。"),
        told(
            GuideEntry.Topic.CONDITIONS, "卡丢了、坏了、到期了，或者卡上的信息变了，都可以补换。", "卡丢了，要先挂失。能不能办，以受理机关告知为准。"),
        told(GuideEntry.Topic.MATERIALS, "来办的时候，只要带身份证，不用复印。", "身份证和照片，征得您同意后从政府部门的数据里取。"),
        told(GuideEntry.Topic.TIME, "各地制卡一般要 15 个工作日到 30 天。", "您这张卡要多久，以受理机关告知为准。"),
        told(GuideEntry.Topic.COST, "在本机提交申请，不收钱。", "补换卡要不要工本费，以受理机关告知为准。"),
        told(GuideEntry.Topic.RESULT, "办好后您会拿到一张新的社会保障卡。", "领卡方式由您选，能不能用，以受理机关告知为准。"),
        told(GuideEntry.Topic.BASIS, "人社部发〔2024〕6号。", "甘政发〔2024〕20号。"));
  }

  private static GuideEntry told(GuideEntry.Topic topic, String... lines) {
    return new GuideEntry(topic, List.of(lines), SURE);
  }

  private static List<FormStep> pages() {
    return List.of(
        page("phone", "您的手机号码是多少？", "办卡的单位需要联系您时用。", mobile()),
        page("reason", "为什么要补换？", "选一个就行。", reason()),
        page("bank", "您想用哪家银行的社保卡？", "当地能选哪几家，以受理机关告知为准。", bank()),
        page("delivery", "新卡做好了，怎么给您？", "您选的方式能不能用，以受理机关告知为准。", delivery(), address()));
  }

  private static FormStep page(String id, String title, String hint, FormField... fields) {
    return new FormStep(id, title, hint, SURE, List.of(fields));
  }

  private static FormField mobile() {
    return field("mobile", "手机号码", "", new FieldKind.Digits(11, 11, List.of()));
  }

  private static FormField reason() {
    return field(
        "reason",
        "补换原因",
        "",
        choice(
            new FieldKind.Option("lost", "卡丢了", "遗失补卡，要先挂失，以受理机关告知为准"),
            new FieldKind.Option("damaged", "卡坏了", "损坏换卡，以受理机关告知为准"),
            new FieldKind.Option("changed", "卡上的信息变了", "姓名等信息变更，以受理机关告知为准"),
            new FieldKind.Option("expired", "卡到期了", "有效期满换卡，以受理机关告知为准")));
  }

  private static FormField bank() {
    return field(
        "bank",
        "服务银行",
        "",
        choice(
            new FieldKind.Option("gansu", "甘肃银行", ""),
            new FieldKind.Option("lanzhou", "兰州银行", ""),
            new FieldKind.Option("rural", "甘肃农信（农村信用社、农商银行）", ""),
            new FieldKind.Option("abc", "中国农业银行", ""),
            new FieldKind.Option("icbc", "中国工商银行", ""),
            new FieldKind.Option("ccb", "中国建设银行", ""),
            new FieldKind.Option("boc", "中国银行", ""),
            new FieldKind.Option("psbc", "中国邮政储蓄银行", "")));
  }

  private static FormField delivery() {
    return field(
        "delivery",
        "领卡方式",
        "",
        choice(
            new FieldKind.Option("bank", "我去银行网点领", "带身份证去"),
            new FieldKind.Option("post", "寄到我家", "邮寄费用以受理机关告知为准"),
            new FieldKind.Option("here", "我来这里领", "就是您现在站的这个服务点")));
  }

  private static FormField address() {
    return new FormField(
        "postAddress",
        "邮寄地址",
        "已经按身份证填好，不对可以改",
        true,
        new FieldKind.Address(6, 100),
        new Prefill.Nothing(),
        "",
        List.of(new Condition("delivery", Set.of("post"))));
  }

  private static FormField field(String id, String label, String hint, FieldKind kind) {
    return new FormField(id, label, hint, true, kind, new Prefill.Nothing(), "", List.of());
  }

  private static FieldKind choice(FieldKind.Option... options) {
    return new FieldKind.Choice(List.of(options));
  }

  private static RequiredMaterial material(
      String id, String name, String note, boolean certificate) {
    return new RequiredMaterial(
        id,
        name,
        note,
        certificate
            ? RequiredMaterial.Source.ELECTRONIC_CERTIFICATE
            : RequiredMaterial.Source.SHARED_DATA,
        "",
        TrustLevel.A,
        Map.of("buhuan", true),
        SURE);
  }

  public static Draft draft(Map<String, String> answers, MaterialState... states) {
    Matter matter = matter();
    var held =
        IntStream.range(0, states.length)
            .mapToObj(i ->
                new HeldMaterial(
                    matter.materials().get(i).id(), matter.materials().get(i).name(), states[i]))
            .toList();
    return new Draft(matter, matter.situationsHere().getFirst(), person(), NOON, answers, held);
  }

  public static Draft complete() {
    return draft(
        Map.of(
            "mobile", "13900000000",
            "reason", "damaged",
            "bank", "rural",
            "delivery", "post",
            "postAddress", person().address()),
        new MaterialState.Held("r-1", TrustLevel.A),
        new MaterialState.Held("r-2", TrustLevel.A));
  }

  public static Acknowledgement accepted() {
    return new Acknowledgement.Accepted("6211212026112300010000017", "T621121001-0007", NOON);
  }

  private static State filed(Acknowledgement acknowledgement, Printing printing) {
    return new State.Filed(kept(acknowledgement), printing);
  }

  public static State.Filed.Kept kept(Acknowledgement acknowledgement) {
    return new State.Filed.Kept(
        matter(),
        matter().situationsHere().getFirst(),
        person().maskedName(),
        List.of("居民身份证", "证件照片"),
        acknowledgement);
  }

  /// Every picture of the gallery, by its name.
  public static Map<String, State> states() {
    var states = new LinkedHashMap<String, State>();
    states.put("01-attract", new State.Attract());
    states.put("02-home", new State.Home());
    states.put("03-told", new State.Told(matter()));
    states.put("04-card", card(CardTrouble.NONE, 1));
    states.put("04-card-not-laid", card(CardTrouble.NOT_LAID, 0));
    states.put("04-card-unreadable", card(CardTrouble.UNREADABLE, 2));
    states.put("04-card-expired", card(CardTrouble.EXPIRED, 0));
    states.put("04-card-away", card(CardTrouble.READER_AWAY, 0));
    states.put("05-identity", new State.ConfirmingIdentity(matter(), person()));
    states.put("06-consent", new State.AskingConsent(matter(), person(), Map.of()));
    states.put("07-prefilling", new State.Prefilling(complete()));
    putForm(states);
    states.put("09-fetching", new State.FetchingMaterials(complete()));
    states.put("10-materials", new State.ShowingMaterials(complete()));
    states.put(
        "10-materials-gaps",
        new State.ShowingMaterials(
            draft(Map.of(), new MaterialState.FetchedLater(), new MaterialState.Missing())));
    states.put("11-summary", new State.Reviewing(complete(), new Precheck.Passed()));
    states.put("11-summary-checking", new State.Reviewing(complete(), new Precheck.Running()));
    states.put("11-summary-later", new State.Reviewing(complete(), new Precheck.Later()));
    states.put(
        "11-summary-found",
        new State.Reviewing(complete(), new Precheck.Found(List.of("手机号码与登记的不一致，请检查。"))));
    states.put("12-signature", new State.Signing(complete()));
    states.put("13-filing", new State.Filing(complete()));
    states.put("14-filed", filed(accepted(), new Printing.Done()));
    states.put("14-filed-refused", filed(accepted(), new Printing.Refused("PAPER_OUT")));
    states.put(
        "14-filed-stored",
        filed(new Acknowledgement.StoredHere("T621121001-0007", NOON), new Printing.Running()));
    states.put("15-rating", new State.Rating(accepted(), 0, false));
    states.put("15-rating-chosen", new State.Rating(accepted(), 5, false));
    states.put("15-rating-why", new State.Rating(accepted(), 2, true));
    states.put("16-farewell", new State.Farewell());
    states.put("17-problem", new State.NotFiled(complete(), "STORE_FULL"));
    return states;
  }

  /// One of them.
  public static State state(String name) {
    return Objects.requireNonNull(states().get(name), name);
  }

  private static void putForm(Map<String, State> states) {
    states.put("08-form-phone", form(draft(Map.of("mobile", "1390000")), 0, Map.of()));
    states.put(
        "08-form-phone-error",
        form(draft(Map.of("mobile", "1390000")), 0, Map.of("mobile", "field.error.phone")));
    states.put("08-form-reason", form(draft(Map.of("reason", "damaged")), 1, Map.of()));
    states.put("08-form-bank", form(draft(Map.of()), 2, Map.of("bank", "field.error.choose")));
    states.put("08-form-delivery", form(complete(), 3, Map.of()));
  }

  private static State card(CardTrouble trouble, int attempts) {
    return new State.AwaitingCard(matter(), trouble, attempts);
  }

  private static State form(Draft draft, int page, Map<String, String> errors) {
    return new State.FillingForm(draft, page, new FieldErrors(errors));
  }
}
