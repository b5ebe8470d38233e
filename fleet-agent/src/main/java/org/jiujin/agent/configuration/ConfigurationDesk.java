package org.jiujin.agent.configuration;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jiujin.agent.command.Outcome;
import org.jiujin.agent.configuration.ConfigurationPolicy.Effect;
import org.jiujin.agent.configuration.ConfigurationPolicy.Input;
import org.jiujin.agent.configuration.ConfigurationPolicy.State;
import org.jiujin.agent.configuration.ConfigurationPolicy.Step;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.command.Refusal;
import org.jiujin.fleet.command.TrustedKeys;
import org.jiujin.fleet.configuration.ConfigurationCodec;
import org.jiujin.fleet.configuration.Setting;
import org.jiujin.fleet.local.LocalMessage;
import org.jiujin.fleet.record.RecordBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The policy with a memory. A document that arrives is on the disk before anything of it is in force; everything else happens at
/// once, and is written as soon as the disk takes it. For one thread.
final class ConfigurationDesk {
  private static final Logger LOG = LoggerFactory.getLogger(ConfigurationDesk.class);

  private final ConfigurationPolicy policy;
  private final ConfigurationMemory memory;
  private final Supplier<TrustedKeys> keys;
  private final Tuned tuned;
  private final Consumer<Map<NodeMetric, MetricValue>> figures;
  private final Consumer<RecordBody> records;
  private State state = State.NOTHING;
  private Map<NodeMetric, MetricValue> told = Map.of();
  private boolean failing;

  ConfigurationDesk(
      ConfigurationPolicy policy,
      ConfigurationMemory memory,
      Supplier<TrustedKeys> keys,
      Tuned tuned,
      Consumer<Map<NodeMetric, MetricValue>> figures,
      Consumer<RecordBody> records) {
    this.policy = policy;
    this.memory = memory;
    this.keys = keys;
    this.tuned = tuned;
    this.figures = figures;
    this.records = records;
  }

  /// Puts in force what is kept.
  void begin(Instant now) {
    take(new Input.Begun(now, memory.read(keys.get())));
    LOG.info("configuration {} is in force", state.version());
  }

  /// Takes a signed configuration as it came.
  Outcome arrived(ByteString signed, Instant now) {
    Step step =
        policy.next(
            state, new Input.Arrived(now, ConfigurationCodec.verify(signed, keys.get()), signed));
    if (step.effects().getLast() instanceof Effect.Refused(var reason, var names)) {
      LOG.warn("a configuration is refused: {} {}", reason.word(), names);
      return Outcome.refused(reason, ByteString.copyFromUtf8(String.join(" ", names)));
    }
    if (!keep(step.state())) {
      return Outcome.refused(Refusal.NOT_STORED);
    }
    adopt(step);
    LOG.info("configuration {} is in force, on trial: {}", state.version(), state.trial() != null);
    return Outcome.done();
  }

  /// Takes anything else.
  void take(Input input) {
    adopt(policy.next(state, input));
    keep(state);
  }

  State state() {
    return state;
  }

  private void adopt(Step step) {
    state = step.state();
    step.effects().forEach(this::perform);
    tell();
  }

  private void perform(Effect effect) {
    switch (effect) {
      case Effect.Apply(var effective) -> tuned.act(effective);
      case Effect.TellApp(var version, var effective) ->
          tuned.tellApp(new LocalMessage.Settings(version, effective.valuesFor(Setting.User.APP)));
      case Effect.Alarm(var body) -> {
        LOG.error("a configuration is given up: {}", body);
        records.accept(body);
      }
      case Effect.Took _, Effect.Refused _ -> {} // said by the caller
    }
  }

  private void tell() {
    Map<NodeMetric, MetricValue> now =
        Map.of(
            NodeMetric.FLEET_CONFIG_VERSION, MetricValue.of(state.version()),
            NodeMetric.FLEET_CONFIG_DIGEST, MetricValue.of(state.effective().digest()),
            NodeMetric.FLEET_CONFIG_DRIFT, MetricValue.of(Drift.of(state)));
    if (!now.equals(told)) {
      told = now;
      figures.accept(now);
    }
  }

  private boolean keep(State wanted) {
    try {
      memory.write(wanted);
      failing = false;
      return true;
    } catch (IOException e) {
      if (!failing) {
        failing = true;
        LOG.error("the configuration cannot be written down, tried again later: {}", e.toString());
      }
      return false;
    }
  }
}
