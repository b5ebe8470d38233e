package org.jiujin.fleet.configuration;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Configurations and keys for tests.
final class Samples {
  static final Layer PROVINCE =
      new Layer(
          Layer.Scope.PROVINCE,
          "62",
          "a1",
          Map.of("place.hotline", "12345", "report.full-seconds", "300", "disk.low-mb", "1024"),
          Set.of());
  static final Layer COUNTY =
      new Layer(Layer.Scope.COUNTY, "621121", "b2", Map.of("report.full-seconds", "600"), Set.of());
  static final Layer TERMINAL =
      new Layer(
          Layer.Scope.TERMINAL,
          "T621121001",
          "",
          Map.of("place.name", "通渭县便民服务站"),
          Set.of("disk.low-mb"));
  static final Configuration CONFIGURATION =
      new Configuration(
          "GS-621121",
          "T621121001",
          7,
          Instant.parse("2026-11-23T02:00:00.123Z"),
          List.of(PROVINCE, COUNTY, TERMINAL));

  private Samples() {}

  static KeyPair keys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }
}
