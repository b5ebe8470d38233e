package org.jiujin.console.web;

import java.util.List;
import org.jiujin.console.configuration.Configurations;
import org.jiujin.console.ingest.BrokerLink;
import org.jiujin.console.record.AuditBook;
import org.jiujin.console.record.RecordBook;
import org.jiujin.console.terminal.CountyNames;
import org.jiujin.console.terminal.TerminalView;
import org.jiujin.console.terminal.Terminals;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// The pages. Each has a live part that a script fetches again when something changed.
@Controller
class PageController {
  private static final int HISTORY = 60;
  private static final int WEEK = 7;
  private static final int ALARMS = 8;

  private final Terminals terminals;
  private final RecordBook records;
  private final AuditBook audit;
  private final CountyNames counties;
  private final BrokerLink link;
  private final Configurations configurations;
  private final Wording wording;

  PageController(
      Terminals terminals,
      RecordBook records,
      AuditBook audit,
      CountyNames counties,
      BrokerLink link,
      Configurations configurations,
      Wording wording) {
    this.terminals = terminals;
    this.records = records;
    this.audit = audit;
    this.counties = counties;
    this.link = link;
    this.configurations = configurations;
    this.wording = wording;
  }

  @ModelAttribute("linked")
  boolean linked() {
    return link.connected();
  }

  /// What is wrong with the files of the fleet's configuration.
  @ModelAttribute("complaints")
  List<String> complaints() {
    return configurations.complaints();
  }

  @GetMapping("/")
  String overview(
      @RequestParam(defaultValue = "") String county,
      @RequestParam(defaultValue = "") String state,
      Model model) {
    model.addAttribute("page", overviewOf(county, state));
    return "overview";
  }

  @GetMapping("/live/overview")
  String liveOverview(
      @RequestParam(defaultValue = "") String county,
      @RequestParam(defaultValue = "") String state,
      Model model) {
    model.addAttribute("page", overviewOf(county, state));
    return "overview :: live";
  }

  @GetMapping("/terminals/{name}")
  String terminal(@PathVariable String name, Model model) {
    model.addAttribute("page", pageOf(name));
    return "terminal";
  }

  @GetMapping("/live/terminals/{name}")
  String liveTerminal(@PathVariable String name, Model model) {
    model.addAttribute("page", pageOf(name));
    return "terminal :: live";
  }

  private Overview overviewOf(String county, String state) {
    return Overview.of(
        terminals.all(),
        configurations.wanted(),
        new Overview.Choice(county, state),
        wording,
        counties);
  }

  private TerminalPage pageOf(String name) {
    TerminalView terminal =
        terminals.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return TerminalPage.of(
        terminal,
        terminals.lastDays(name, WEEK),
        terminals.history(name, HISTORY),
        records.latestAlarms(name, ALARMS),
        audit.of(name),
        configurations.of(name),
        wording);
  }
}
