package org.jiujin.console.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jiujin.console.enrolment.Enrolments;
import org.jiujin.console.enrolment.Enrolments.Lookup;
import org.jiujin.console.enrolment.Enrolments.Pending;
import org.jiujin.console.ingest.BrokerLink;
import org.jiujin.console.terminal.CountyNames;
import org.jiujin.console.terminal.TerminalView;
import org.jiujin.console.terminal.Terminals;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// The page on which operators accept terminals by the code on their screens. The code travels in bodies only, never in an
/// address.
@Controller
class EnrolmentController {
  /// Until there is a sign-in.
  private static final String WHO = "console";

  private static final int CERTIFICATES = 200;
  private static final int HISTORY = 40;

  private final Enrolments enrolments;
  private final Terminals terminals;
  private final CountyNames counties;
  private final BrokerLink link;
  private final Wording wording;

  EnrolmentController(
      Enrolments enrolments,
      Terminals terminals,
      CountyNames counties,
      BrokerLink link,
      Wording wording) {
    this.enrolments = enrolments;
    this.terminals = terminals;
    this.counties = counties;
    this.link = link;
    this.wording = wording;
  }

  @ModelAttribute("linked")
  boolean linked() {
    return link.connected();
  }

  @GetMapping("/enrolment")
  String page(@RequestParam(defaultValue = "") String done, Model model) {
    return page(model, done.matches("accepted|dismissed|withdrawn") ? "done." + done : "");
  }

  @PostMapping("/enrolment/find")
  String find(@RequestParam String code, HttpServletRequest request, Model model) {
    refuseStrangers(request);
    return switch (enrolments.find(code)) {
      case Lookup.Found(var pending) -> confirm(pending, code, model);
      case Lookup.Unknown _ -> page(model, "unknown");
      case Lookup.TooManyTries _ -> page(model, "too-many");
    };
  }

  @PostMapping("/enrolment/accept")
  String accept(
      @RequestParam String code,
      @RequestParam long id,
      @RequestParam String group,
      HttpServletRequest request,
      Model model) {
    refuseStrangers(request);
    return switch (enrolments.accept(code, id, group, WHO)) {
      case Lookup.Found _ -> "redirect:/enrolment?done=accepted";
      case Lookup.Unknown _ -> page(model, "unknown");
      case Lookup.TooManyTries _ -> page(model, "too-many");
    };
  }

  @PostMapping("/enrolment/dismiss")
  String dismiss(@RequestParam long id, HttpServletRequest request) {
    refuseStrangers(request);
    enrolments.dismiss(id, WHO);
    return "redirect:/enrolment?done=dismissed";
  }

  @PostMapping("/enrolment/withdraw")
  String withdraw(@RequestParam String serial, HttpServletRequest request) {
    refuseStrangers(request);
    enrolments.withdraw(serial, WHO);
    return "redirect:/enrolment?done=withdrawn";
  }

  private static void refuseStrangers(HttpServletRequest request) {
    if (!SameOrigin.is(request)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
  }

  private String page(Model model, String said) {
    model.addAttribute("open", enrolments.open());
    model.addAttribute("said", said.isEmpty() ? "" : wording.text("enrolment.said." + said));
    model.addAttribute("trouble", said.equals("unknown") || said.equals("too-many"));
    model.addAttribute("pending", enrolments.pending().stream().map(this::line).toList());
    model.addAttribute("given", given());
    model.addAttribute("history", history());
    return "enrolment";
  }

  private String confirm(Pending pending, String code, Model model) {
    model.addAttribute("code", code);
    model.addAttribute("asks", line(pending));
    model.addAttribute("groups", groups(pending.group()));
    return "enrolment-confirm";
  }

  /// The counties that there are, and that of the terminal.
  private List<Group> groups(String own) {
    return Stream.concat(
            Stream.of(own), terminals.all().stream().map(TerminalView::id).map(id -> id.group()))
        .distinct()
        .sorted(Comparator.naturalOrder())
        .map(group -> new Group(group, counties.of(group), group.equals(own)))
        .toList();
  }

  private AskingLine line(Pending pending) {
    return new AskingLine(
        pending.id(),
        pending.terminal(),
        pending.group(),
        counties.of(pending.group()),
        pending.from(),
        pending.key(),
        wording.time(pending.since()),
        wording.age(pending.lastAsked()),
        pending.enrolled());
  }

  private List<GivenLine> given() {
    return enrolments.certificates(CERTIFICATES).stream()
        .map(one ->
            new GivenLine(
                one.serial(),
                one.terminal(),
                counties.of(one.group()),
                wording.time(one.issuedAt()),
                wording.day(one.notAfter())))
        .toList();
  }

  private List<HappeningLine> history() {
    return enrolments.history(HISTORY).stream()
        .map(one ->
            new HappeningLine(
                wording.time(one.at()),
                wording.actor(one.who()),
                wording.text("enrolment.what." + one.what()),
                one.terminal(),
                one.detail()))
        .toList();
  }

  /// A county to choose.
  record Group(String group, String name, boolean own) {}

  /// A terminal that asks.
  record AskingLine(
      long id,
      String terminal,
      String group,
      String county,
      String from,
      String key,
      String since,
      String age,
      boolean enrolled) {}

  /// A certificate that counts.
  record GivenLine(String serial, String terminal, String county, String since, String until) {}

  /// Something that happened.
  record HappeningLine(String at, String who, String what, String terminal, String detail) {}
}
