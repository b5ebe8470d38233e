package org.jiujin.console.ingest;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jiujin.console.ingest.SessionPolicy.Input;
import org.jiujin.console.ingest.SessionPolicy.Session;
import org.jiujin.console.ingest.SessionPolicy.Verdict;
import org.jiujin.console.terminal.Readings;
import org.jiujin.console.terminal.TerminalId;
import org.jiujin.console.terminal.TerminalRegister;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.Metric;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.Names;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.Payload;
import org.jiujin.fleet.PayloadCodec;
import org.jiujin.fleet.Topic;
import org.jiujin.fleet.command.CommandCodec;

/// Understands the terminals' messages: which count, what their aliases mean, what the register has to take down.
///
/// Not thread-safe: the worker's alone. The caller brings the time.
final class SparkplugEar {
  private final TerminalRegister register;
  private final RebirthDesk desk;
  private final RecordDesk records;
  private final Consumer<CommandTold> results;
  private final Map<TerminalId, NodeTrack> tracks = new HashMap<>();

  /// @param results takes what became of commands; must not wait
  SparkplugEar(
      TerminalRegister register,
      RebirthDesk desk,
      RecordDesk records,
      Consumer<CommandTold> results) {
    this.register = register;
    this.desk = desk;
    this.records = records;
    this.results = results;
  }

  /// The console was deaf for a while: nothing it heard before holds, and whoever was connected has to confirm it.
  void startAfresh(Instant now) {
    tracks.clear();
    for (TerminalRegister.Remembered terminal : register.remembered()) {
      if (terminal.alive()) {
        tracks.put(terminal.id(), new NodeTrack(new Session.Remembered(terminal.bdSeq())));
        desk.confirm(terminal.id(), now);
      }
    }
  }

  /// Takes one message.
  ///
  /// @throws MalformedMessageException if it is not what the protocol allows; nothing was changed
  void hear(String topicText, byte[] bytes, Instant now) throws MalformedMessageException {
    Topic topic = Topic.parse(topicText);
    if (topic.type().isCommand()) {
      return; // our own, or another host's
    }
    Payload payload = PayloadCodec.decode(bytes);
    var id = new TerminalId(topic.group(), topic.node());
    Input input = numbers(topic, payload);
    NodeTrack track = tracks.computeIfAbsent(id, _ -> new NodeTrack(new Session.Unknown()));
    Verdict verdict = track.hear(input);
    if (!(input instanceof Input.NodeDeath)) {
      desk.heard(id);
    }
    boolean understood =
        switch (verdict) {
          case TAKE -> take(id, topic, payload, input, track, now);
          case TAKE_AND_ASK -> {
            take(id, topic, payload, input, track, now);
            yield false;
          }
          case ASK -> false;
          case IGNORE -> true;
        };
    if (!understood) {
      desk.ask(id, now);
    }
  }

  /// Does what time demands: devices that did not report after a birth, terminals that did not confirm.
  void tick(Instant now, Instant latestBirth) {
    for (TerminalId id : desk.silent(now)) {
      NodeTrack track = tracks.get(id);
      if (track != null) {
        track.lose();
      }
      register.died(id);
    }
    tracks.forEach((id, track) -> {
      if (track.devicesDue(latestBirth)) {
        register.devicesSettled(id, track.devices());
      }
    });
  }

  /// The message that brings a signed command, by the alias that the terminal's birth gave it.
  byte[] command(TerminalId id, ByteString signed, Instant now) {
    String name = NodeMetric.CMD_RUN.wireName();
    var value = new MetricValue.Binary(signed);
    NodeTrack track = tracks.get(id);
    Metric metric =
        Optional.ofNullable(track)
            .flatMap(known -> known.aliases.of(name))
            .map(alias -> Metric.data(alias, now, value))
            .orElseGet(() -> Metric.named(name, now, value));
    return PayloadCodec.encode(new Payload(now, List.of(metric), Payload.NO_SEQ));
  }

  private void takeResults(TerminalId id, List<Metric> metrics, Aliases aliases)
      throws MalformedMessageException {
    for (Metric metric : metrics) {
      if (metric.value() instanceof MetricValue.Binary(var bytes)
          && aliases.means(NodeMetric.CMD_RESULT.wireName(), metric)) {
        results.accept(new CommandTold(id, CommandCodec.decodeResult(bytes)));
      }
    }
  }

  /// @return false if the message speaks of something that no birth told
  private boolean take(
      TerminalId id, Topic topic, Payload payload, Input input, NodeTrack track, Instant now)
      throws MalformedMessageException {
    return switch (topic.type()) {
      case NBIRTH -> {
        track.born(now);
        Readings readings = track.aliases.define("", payload.metrics());
        register.born(id, ((Input.NodeBirth) input).bdSeq(), readings);
        desk.settled(id);
        if (readings.values().get(NodeMetric.SYS_BOOT_ID.wireName()) instanceof String boot
            && track.boots.returned(boot, now)) {
          register.cloned(id);
        }
        yield true;
      }
      case NDEATH -> {
        register.died(id);
        desk.settled(id);
        yield true;
      }
      case NDATA -> {
        var readings = track.aliases.read("", payload.metrics());
        readings.ifPresent(values -> register.reported(id, values));
        records.take(id, payload.metrics(), track.aliases, now);
        takeResults(id, payload.metrics(), track.aliases);
        yield readings.isPresent();
      }
      case DBIRTH, DDATA, DDEATH -> takeOfDevice(id, topic, payload, track);
      case NCMD, DCMD -> true;
    };
  }

  private boolean takeOfDevice(TerminalId id, Topic topic, Payload payload, NodeTrack track)
      throws MalformedMessageException {
    String device = Objects.requireNonNull(topic.device());
    return switch (topic.type()) {
      case DBIRTH -> {
        if (!track.addDevice(device)) {
          throw new MalformedMessageException("more devices than " + NodeTrack.MOST_DEVICES);
        }
        register.deviceReported(id, device, track.aliases.define(device, payload.metrics()));
        yield true;
      }
      case DDEATH -> {
        track.removeDevice(device);
        register.deviceDied(id, device);
        yield true;
      }
      default -> {
        var readings = track.aliases.read(device, payload.metrics());
        boolean known = track.hasDevice(device) && readings.isPresent();
        if (known) {
          register.deviceReported(id, device, readings.get());
        }
        yield known;
      }
    };
  }

  private static Input numbers(Topic topic, Payload payload) throws MalformedMessageException {
    return switch (topic.type()) {
      case NBIRTH -> new Input.NodeBirth(bdSeq(payload), seq(payload));
      case NDEATH -> new Input.NodeDeath(bdSeq(payload));
      default -> new Input.Sequenced(seq(payload));
    };
  }

  private static int seq(Payload payload) throws MalformedMessageException {
    if (!payload.hasSeq()) {
      throw new MalformedMessageException("no seq");
    }
    return payload.seq();
  }

  private static int bdSeq(Payload payload) throws MalformedMessageException {
    MetricValue value = payload.valueOf(Names.BD_SEQ).orElse(new MetricValue.Absent());
    long number =
        switch (value) {
          case MetricValue.Int64(long wide) -> wide;
          case MetricValue.Int32(int narrow) -> narrow; // seen with other makers' nodes
          default -> -1;
        };
    if (number < 0 || number >= Payload.SEQ_MODULUS) {
      throw new MalformedMessageException("bdSeq is not 0 to 255");
    }
    return (int) number;
  }
}
