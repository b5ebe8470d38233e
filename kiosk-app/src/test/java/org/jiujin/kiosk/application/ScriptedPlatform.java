package org.jiujin.kiosk.application;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiujin.kiosk.platform.PlatformAnswer;
import org.jiujin.kiosk.platform.PlatformProblem;
import org.jiujin.kiosk.platform.PlatformReply;
import org.jiujin.kiosk.platform.PlatformRequest;
import org.jiujin.kiosk.platform.ProvincialPlatform;

/// A platform that is away, refuses or accepts as the test says, and writes down what came.
final class ScriptedPlatform implements ProvincialPlatform {
  static final String CASE = "6200002026112312100100019";

  enum Mood {
    ACCEPTS,
    AWAY,
    REFUSES
  }

  volatile Mood mood = Mood.ACCEPTS;
  final List<String> calls = new ArrayList<>();

  @Override
  public synchronized PlatformReply<PlatformAnswer.Accepted> file(
      String key, byte[] body, Duration limit) {
    calls.add("file " + key);
    return reply(
        new PlatformAnswer.Accepted(CASE, "", Applications.NOW, LocalDate.of(2026, 12, 14)));
  }

  @Override
  public synchronized PlatformReply<PlatformAnswer.Rated> rate(
      String key, byte[] body, Duration limit) {
    calls.add("rate " + key);
    return reply(new PlatformAnswer.Rated(CASE, Applications.NOW));
  }

  private <T> PlatformReply<T> reply(T answer) {
    return switch (mood) {
      case ACCEPTS -> new PlatformReply.Answered<>(answer, false);
      case AWAY -> new PlatformReply.Unreachable<>(PlatformReply.Cause.NOT_CONNECTED);
      case REFUSES ->
          new PlatformReply.Refused<>(
              new PlatformProblem(422, "contract-broken", "", List.of("/values")));
    };
  }

  synchronized int count() {
    return calls.size();
  }

  @Override
  public PlatformReply<PlatformAnswer.Prefill> prefill(PlatformRequest.Prefill request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public PlatformReply<PlatformAnswer.Certificates> certificates(
      PlatformRequest.CertificateQuery request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public PlatformReply<PlatformAnswer.Precheck> precheck(PlatformRequest.Precheck request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public PlatformReply<PlatformAnswer.Progress> progress(String caseNumber) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
