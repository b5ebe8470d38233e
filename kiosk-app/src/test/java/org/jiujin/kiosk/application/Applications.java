package org.jiujin.kiosk.application;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jiujin.kiosk.identity.Person;
import org.jiujin.kiosk.identity.PersonalNumber;
import org.jiujin.kiosk.identity.Signature;
import org.jiujin.kiosk.material.TrustLevel;
import org.jiujin.kiosk.platform.PlatformRequest;

/// Applications of an invented person (order code 000), and outboxes to put them in.
final class Applications {
  static final String TERMINAL = "T621121001";
  static final String NAME = "测试某某";
  static final String NUMBER = "620100199001010000";
  static final String MOBILE = "13900000000";
  static final Instant NOW = Instant.parse("2026-11-23T01:02:03Z");

  private Applications() {}

  static Application application(LocalNumber number) {
    return new Application(
        number,
        TERMINAL,
        "shehui-baozhang-ka",
        "2026.11.1",
        "buhuan",
        new Person(
            NAME,
            new PersonalNumber(NUMBER),
            "男",
            "汉",
            LocalDate.of(1990, 1, 1),
            "甘肃省测试县测试村1号",
            "测试县公安局",
            LocalDate.MAX),
        Map.of("mobile", MOBILE, "reason", "lost", "bank", "gansu"),
        List.of(
            new MaterialUse(
                "idcard", "居民身份证", PlatformRequest.Source.CERTIFICATE, TrustLevel.A, "SIM-1"),
            new MaterialUse(
                "photo", "证件照片", PlatformRequest.Source.FETCH_ON_ARRIVAL, TrustLevel.A, "")),
        new Consent(NOW, "prefill certificates", "1"),
        new Signature(
            "a drawing of thirty kilobytes".repeat(1000).getBytes(StandardCharsets.US_ASCII)),
        NOW);
  }

  static Rating rating(LocalNumber number, int level) {
    return new Rating(number, level, level <= 2 ? List.of("slow") : List.of(), "", NOW);
  }

  static Sealer sealer(Path folder) {
    return switch (KeyFile.open(
        folder.resolve("keys").resolve("kiosk.key"), SealingAlgorithm.AES_256_GCM)) {
      case KeyFile.Opening.Ready(var keys) -> keys.sealer();
      case KeyFile.Opening.Failed(_, var message) -> throw new AssertionError(message);
    };
  }

  static ApplicationOutbox outbox(Path folder) {
    return outbox(folder, sealer(folder), InstantSource.system());
  }

  static ApplicationOutbox outbox(Path folder, Sealer sealer, InstantSource time) {
    return switch (OutboxFile.open(folder, sealer, time)) {
      case OutboxFile.Opening.Ready(var outbox, _) -> outbox;
      case OutboxFile.Opening.Failed(var fault) -> throw new AssertionError(fault.name());
    };
  }

  static LocalNumber next(ApplicationOutbox outbox) {
    return done(outbox.nextLocalNumber(TERMINAL));
  }

  static <T> T done(StoreResult<T> result) {
    return switch (result) {
      case StoreResult.Done<T>(var value) -> value;
      case StoreResult.Failed<T>(var fault) -> throw new AssertionError(fault.name());
    };
  }
}
