package org.jiujin.agent.enrol;

import java.io.IOException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jiujin.agent.enrol.EnrolmentPolicy.Effect;
import org.jiujin.agent.enrol.EnrolmentPolicy.Input;
import org.jiujin.agent.enrol.EnrolmentPolicy.Moment;
import org.jiujin.agent.enrol.EnrolmentPolicy.State;
import org.jiujin.fleet.local.LocalMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does what [EnrolmentPolicy] decides, with the disk, the server and whoever watches. For one thread.
final class EnrolmentDesk {
  private static final Logger LOG = LoggerFactory.getLogger(EnrolmentDesk.class);

  private final String terminal;
  private final EnrolmentPolicy policy;
  private final Papers papers;
  private final TerminalKeys keys;
  private final EstServer server;
  private final EnrolmentWatch watch;
  private final InstantSource clock;
  private final InstantSource steady;
  private final SecureRandom random;
  private @Nullable Claim claim;
  private @Nullable Identity identity;
  private boolean known;
  private @Nullable State state; // null until the disk was read
  private String lastFault = "";
  private LocalMessage.Claim shown = LocalMessage.Claim.NONE;
  private OptionalInt daysLeft = OptionalInt.empty();

  /// @param clock the wall clock
  /// @param steady one that only goes forward
  EnrolmentDesk(
      String terminal,
      EnrolmentPolicy policy,
      Papers papers,
      TerminalKeys keys,
      EstServer server,
      EnrolmentWatch watch,
      InstantSource clock,
      InstantSource steady,
      SecureRandom random) {
    this.terminal = terminal;
    this.policy = policy;
    this.papers = papers;
    this.keys = keys;
    this.server = server;
    this.watch = watch;
    this.clock = clock;
    this.steady = steady;
    this.random = random;
  }

  /// Looks whether something is to be done, and does it. Takes as long as the server.
  void beat() throws InterruptedException {
    if (state == null) {
      open();
    }
    step(new Input.Tick(now()));
    show();
  }

  /// Says to an app that has begun what there is to show, if there is anything.
  void repeat() {
    if (!shown.equals(LocalMessage.Claim.NONE)) {
      watch.claimIs(shown);
    }
  }

  private void open() {
    try {
      identity = papers.identity().orElse(null);
      claim = papers.claim().orElse(null);
      known = papers.known();
      if (known && identity == null) {
        LOG.error("the terminal's key or certificate is damaged; it must be registered anew");
      }
    } catch (IOException e) {
      LOG.error("the folder of key and certificate cannot be read", e);
    }
    state = policy.initial(identity == null ? null : identity.life(), claim != null, now());
  }

  private void step(Input input) throws InterruptedException {
    if (state == null) {
      return;
    }
    State before = state;
    EnrolmentPolicy.Step step = policy.next(before, input);
    state = step.state();
    if (before.getClass() != state.getClass() || input instanceof Input.Kept) {
      LOG.info("enrolment: {}", words(state));
    }
    for (Effect effect : step.effects()) {
      perform(effect);
    }
  }

  private void perform(Effect effect) throws InterruptedException {
    switch (effect) {
      case Effect.MakeClaim _ -> makeClaim();
      case Effect.Ask _ -> {
        if (claim != null) {
          take(server.enrol(claim), claim.keys());
        }
      }
      case Effect.Renew _ -> {
        if (identity != null) {
          KeyPair fresh = keys.make();
          take(server.renew(identity, fresh), fresh);
        }
      }
      case Effect.Tell(var body) -> watch.tell(body);
    }
  }

  private void makeClaim() throws InterruptedException {
    var made = new Claim(keys.make(), ClaimCode.make(random));
    try {
      papers.keep(made);
      claim = made;
      step(new Input.ClaimKept(now()));
    } catch (IOException e) {
      failed("disk", e.toString());
    }
  }

  private void take(EstAnswer answer, KeyPair pair) throws InterruptedException {
    switch (answer) {
      case EstAnswer.Issued(var chain) -> keep(pair, chain);
      case EstAnswer.Waits(var wait) -> {
        lastFault = "";
        step(new Input.Waits(now(), wait));
      }
      case EstAnswer.Refused _ -> {
        note("the server refuses the request of this terminal");
        step(new Input.Refused(now()));
      }
      case EstAnswer.Failed(var reason, var detail) -> failed(reason, detail);
    }
  }

  private void keep(KeyPair pair, List<X509Certificate> chain) throws InterruptedException {
    try {
      papers.keep(pair, chain);
      identity = new Identity(pair.getPrivate(), chain);
      claim = null;
      known = true;
      lastFault = "";
      step(new Input.Kept(now(), identity.life()));
    } catch (IOException e) {
      failed("disk", e.toString());
    }
  }

  private void failed(String reason, String detail) throws InterruptedException {
    note(reason + ": " + detail);
    step(new Input.Failed(now(), reason));
  }

  /// Once for each fault, however often it is tried.
  private void note(String fault) {
    if (!fault.equals(lastFault)) {
      lastFault = fault;
      LOG.warn("no certificate yet, the attempt is repeated: {}", fault);
    }
  }

  private void show() {
    LocalMessage.Claim now = toShow();
    if (!now.equals(shown)) {
      shown = now;
      watch.claimIs(now);
    }
    OptionalInt days =
        identity == null
            ? OptionalInt.empty()
            : OptionalInt.of(identity.life().daysLeft(clock.instant()));
    if (days.isPresent() && !days.equals(daysLeft)) {
      watch.certificateEndsIn(days.getAsInt());
    }
    daysLeft = days;
  }

  private LocalMessage.Claim toShow() {
    return switch (state) {
      case null -> LocalMessage.Claim.NONE;
      case State.Enrolled _ -> LocalMessage.Claim.NONE;
      case State.Bare _ -> new LocalMessage.Claim(terminal, "", known);
      case State.Claiming claiming -> {
        boolean heard = steady.instant().isBefore(claiming.shownUntil());
        String code =
            Optional.ofNullable(claim).filter(_ -> heard).map(one -> one.code().text()).orElse("");
        yield new LocalMessage.Claim(terminal, code, known);
      }
    };
  }

  private Moment now() {
    return new Moment(clock.instant(), steady.instant());
  }

  private static String words(State state) {
    return switch (state) {
      case State.Bare _ -> "there is no certificate that could be used";
      case State.Claiming _ -> "a key is there, and waits for an operator to accept it";
      case State.Enrolled enrolled ->
          "a certificate is there until %s, renewed from %s on"
              .formatted(enrolled.life().until(), enrolled.renewAt());
    };
  }
}
