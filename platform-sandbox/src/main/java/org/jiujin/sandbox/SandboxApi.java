package org.jiujin.sandbox;

import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Levers and counts for tests and demonstrations. Nothing personal.
@RestController
class SandboxApi {
  private static final Logger LOG = LoggerFactory.getLogger(SandboxApi.class);

  private final Contract contract;
  private final Cases cases;
  private final Faults faults;

  SandboxApi(Contract contract, Cases cases, Faults faults) {
    this.contract = contract;
    this.cases = cases;
    this.faults = faults;
  }

  @GetMapping("/sandbox/applications")
  Answers.Received received() {
    var entries = cases.entries();
    return new Answers.Received(entries.size(), cases.ratings(), entries);
  }

  @PostMapping("/sandbox/faults")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void setFault(@RequestBody byte[] body) {
    var order = contract.read(body, "FaultOrder", Requests.FaultOrder.class);
    var kind = Faults.Kind.ofWire(order.kind());
    int calls = Objects.requireNonNullElse(order.remaining(), 1);
    long delay = Objects.requireNonNullElse(order.delayMillis(), 0L);
    faults.set(new Faults.Fault(kind, Duration.ofMillis(delay)), calls);
    LOG.info("Fault on demand: {} for the next {} calls", kind, calls);
  }

  /// The description itself, so that whoever finds the sandbox finds its contract.
  @GetMapping(path = "/openapi.yaml", produces = "application/yaml;charset=UTF-8")
  String description() {
    return Contract.description();
  }
}
