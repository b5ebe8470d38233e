package org.jiujin.kiosk.application;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import org.jiujin.kiosk.platform.PlatformProblem;
import org.jiujin.kiosk.platform.PlatformReply;
import org.jiujin.kiosk.platform.ProvincialPlatform;

/// Sends one row once and writes down how it ended. Sending a row twice does no harm: its id is the idempotency key.
final class Delivery {
  private final ApplicationOutbox outbox;
  private final ProvincialPlatform platform;

  Delivery(ApplicationOutbox outbox, ProvincialPlatform platform) {
    this.outbox = outbox;
    this.platform = platform;
  }

  /// How sending ended.
  sealed interface Result {
    /// The platform has it.
    record Delivered(String caseNumber) implements Result {}

    /// The platform said no.
    record Refused(PlatformProblem problem) implements Result {}

    /// Later.
    record Postponed(PlatformReply.Cause cause) implements Result {}

    /// The seal does not open.
    record Blocked(StoreFault fault) implements Result {}
  }

  /// @param residentIsThere whether somebody is told at once; then a refused row's payload is wiped
  Result send(OutboxRow row, Duration limit, boolean residentIsThere) {
    return switch (outbox.open(row)) {
      case Sealer.Unsealed.Closed(var fault) -> {
        var _ = outbox.block(row.id(), fault);
        yield new Result.Blocked(fault);
      }
      case Sealer.Unsealed.Plain(var body) -> {
        Result result = result(call(row, body, limit));
        Arrays.fill(body, (byte) 0);
        writeDown(row, result, residentIsThere);
        yield result;
      }
    };
  }

  private PlatformReply<String> call(OutboxRow row, byte[] body, Duration limit) {
    return switch (row.kind()) {
      case APPLICATION ->
          caseNumber(platform.file(row.id(), body, limit), answer -> answer.caseNumber());
      case RATING ->
          caseNumber(platform.rate(row.id(), body, limit), answer -> answer.caseNumber());
    };
  }

  private static <T> PlatformReply<String> caseNumber(
      PlatformReply<T> reply, Function<T, String> caseNumber) {
    return switch (reply) {
      case PlatformReply.Answered<T>(var answer, var repeated) ->
          new PlatformReply.Answered<>(caseNumber.apply(answer), repeated);
      case PlatformReply.Refused<T>(var problem) -> new PlatformReply.Refused<>(problem);
      case PlatformReply.Unreachable<T>(var cause) -> new PlatformReply.Unreachable<>(cause);
    };
  }

  private static Result result(PlatformReply<String> reply) {
    return switch (reply) {
      case PlatformReply.Answered<String>(var number, _) -> new Result.Delivered(number);
      case PlatformReply.Refused<String>(var problem) -> new Result.Refused(problem);
      case PlatformReply.Unreachable<String>(var cause) -> new Result.Postponed(cause);
    };
  }

  /// If this is not written, the row stays pending and is sent again under the same key: harmless.
  private void writeDown(OutboxRow row, Result result, boolean residentIsThere) {
    var _ =
        switch (result) {
          case Result.Delivered(var number) -> outbox.acknowledge(row.id(), number);
          case Result.Refused(var problem) ->
              outbox.refuse(row.id(), problem.code(), residentIsThere);
          case Result.Postponed(var cause) -> outbox.postpone(row.id(), cause.name());
          case Result.Blocked(var fault) -> outbox.block(row.id(), fault);
        };
  }
}
