package org.jiujin.kiosk.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jiujin.kiosk.material.TrustLevel;
import org.jspecify.annotations.Nullable;

/// Requests about an invented person (order code 000).
final class PlatformRequests {
  static final String TERMINAL = "T621121001";
  static final PlatformRequest.Person PERSON =
      new PlatformRequest.Person("测试", "620100199001010000");
  static final PlatformRequest.Matter MATTER =
      new PlatformRequest.Matter("shehui-baozhang-ka", "2026.11.1");
  static final PlatformRequest.Consent CONSENT =
      new PlatformRequest.Consent(
          Instant.parse("2026-11-23T01:00:00Z"), "prefill certificates", "1");

  private PlatformRequests() {}

  static PlatformRequest.Prefill prefill(PlatformRequest.Person person) {
    return new PlatformRequest.Prefill(TERMINAL, person, MATTER, CONSENT);
  }

  static PlatformRequest.CertificateQuery certificates() {
    return new PlatformRequest.CertificateQuery(
        TERMINAL, PERSON, MATTER, CONSENT, List.of("居民身份证", "证件照片", "结婚证"));
  }

  static PlatformRequest.Precheck precheck(String mobile) {
    return new PlatformRequest.Precheck(
        TERMINAL, PERSON, MATTER, "buhuan", Map.of("mobile", mobile), List.of(material("SIM-1")));
  }

  static PlatformRequest.Application application(String localNumber, @Nullable LocalDate validTo) {
    return new PlatformRequest.Application(
        localNumber,
        TERMINAL,
        MATTER,
        "buhuan",
        new PlatformRequest.Applicant(
            "测试",
            "620100199001010000",
            "男",
            "汉",
            LocalDate.of(1990, 1, 1),
            "甘肃省测试县测试村1号",
            "测试县公安局",
            validTo),
        Map.of("mobile", "13900000000"),
        List.of(material("SIM-1"), material(null)),
        CONSENT,
        "AQID",
        Instant.parse("2026-11-23T01:02:03Z"));
  }

  static PlatformRequest.Rating rating(String localNumber, int level) {
    return new PlatformRequest.Rating(
        localNumber, level, List.of(), null, "terminal", Instant.parse("2026-11-23T01:05:00Z"));
  }

  private static PlatformRequest.Material material(@Nullable String reference) {
    return new PlatformRequest.Material(
        "idcard",
        "居民身份证",
        reference == null
            ? PlatformRequest.Source.FETCH_ON_ARRIVAL
            : PlatformRequest.Source.CERTIFICATE,
        TrustLevel.A,
        reference);
  }
}
