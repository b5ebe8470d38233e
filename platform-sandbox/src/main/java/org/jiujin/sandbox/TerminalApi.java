package org.jiujin.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// What terminals call. Bodies come as bytes: idempotency compares them as they were sent.
@RestController
class TerminalApi {
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{16,64}");

  private final Contract contract;
  private final Registers registers;
  private final Precheck precheck;
  private final FilingDesk desk;
  private final Cases cases;

  TerminalApi(
      Contract contract, Registers registers, Precheck precheck, FilingDesk desk, Cases cases) {
    this.contract = contract;
    this.registers = registers;
    this.precheck = precheck;
    this.desk = desk;
    this.cases = cases;
  }

  @GetMapping("/health")
  Answers.Health health() {
    return new Answers.Health("ok");
  }

  @PostMapping("/v1/prefill")
  Answers.Prefill prefill(@RequestBody byte[] body) {
    var query = contract.read(body, "PrefillRequest", Requests.Prefill.class);
    InventedPeople.require(query.person());
    return registers.prefill(query, newConsentId());
  }

  @PostMapping("/v1/certificates/query")
  Answers.Certificates certificates(@RequestBody byte[] body) {
    var query = contract.read(body, "CertificateQuery", Requests.CertificateQuery.class);
    InventedPeople.require(query.person());
    return registers.certificates(query);
  }

  @PostMapping("/v1/prechecks")
  Answers.Precheck precheck(@RequestBody byte[] body) {
    var draft = contract.read(body, "PrecheckRequest", Requests.Precheck.class);
    InventedPeople.require(draft.person());
    return precheck.check(draft);
  }

  @PostMapping("/v1/applications")
  ResponseEntity<Object> file(
      @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
      @RequestBody byte[] body) {
    if (!isKey(key)) {
      return Problem.of(ProblemCode.IDEMPOTENCY_KEY_MISSING).response();
    }
    var application = contract.read(body, "ApplicationRequest", Requests.Application.class);
    InventedPeople.require(application.applicant());
    return respond(desk.file(key, body, application));
  }

  @GetMapping("/v1/applications/{caseNumber}")
  ResponseEntity<Object> progress(@PathVariable String caseNumber) {
    return cases
        .byCaseNumber(caseNumber)
        .<ResponseEntity<Object>>map(found -> ResponseEntity.ok(progressOf(found)))
        .orElseGet(() -> Problem.of(ProblemCode.CASE_UNKNOWN).response());
  }

  @PostMapping("/v1/ratings")
  ResponseEntity<Object> rate(
      @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
      @RequestBody byte[] body) {
    if (!isKey(key)) {
      return Problem.of(ProblemCode.IDEMPOTENCY_KEY_MISSING).response();
    }
    return respond(
        desk.rate(key, body, contract.read(body, "RatingRequest", Requests.Rating.class)));
  }

  private Answers.Progress progressOf(Cases.Case found) {
    var steps =
        List.of(
            new Answers.Step("收件", found.acceptedAt()), new Answers.Step("受理", found.acceptedAt()));
    return new Answers.Progress(
        found.caseNumber(),
        found.localNumber(),
        found.matter(),
        "ACCEPTED",
        "已受理，正在办理",
        found.acceptedAt(),
        found.promisedBy(),
        steps);
  }

  private static boolean isKey(String key) {
    return KEY.matcher(key).matches();
  }

  private static <A> ResponseEntity<Object> respond(Decision<A> decision) {
    return switch (decision) {
      case Decision.Done<A>(var answer) -> ResponseEntity.status(HttpStatus.CREATED).body(answer);
      case Decision.DoneBefore<A>(var answer) -> ResponseEntity.ok(answer);
      case Decision.Refused<A>(var code) -> Problem.of(code).response();
    };
  }

  private static String newConsentId() {
    return "C"
        + UUID.randomUUID().toString().replace("-", "").substring(0, 16).toUpperCase(Locale.ROOT);
  }
}
