package org.jiujin.kiosk.platform;

import java.net.URI;
import java.time.Duration;

/// The provincial platform (一体化政务服务平台), as described by the sandbox's `openapi.yaml`.
///
/// Every call blocks, is bounded, and may be made from any thread but the JavaFX application thread. Expected failures
/// are [PlatformReply] values. A call after [#close()] answers [PlatformReply.Cause#CLOSED].
public interface ProvincialPlatform extends AutoCloseable {
  /// How long one question may take where the caller names no limit.
  Duration USUAL_LIMIT = Duration.ofSeconds(4);

  /// Calls the platform over HTTP.
  ///
  /// @param address where it is, `http://127.0.0.1:8796` for example
  static ProvincialPlatform at(URI address) {
    return new HttpPlatform(address);
  }

  /// Asks what the province knows already, so that nobody types it again.
  PlatformReply<PlatformAnswer.Prefill> prefill(PlatformRequest.Prefill request);

  /// Asks for the electronic certificates of a person.
  PlatformReply<PlatformAnswer.Certificates> certificates(PlatformRequest.CertificateQuery request);

  /// Has a draft checked (智能预审).
  PlatformReply<PlatformAnswer.Precheck> precheck(PlatformRequest.Precheck request);

  /// Files an application. Safe to repeat with the same key and the same bytes.
  ///
  /// @param idempotencyKey chosen once and kept with the application
  /// @param body of [PlatformRequest.Application#json()], byte for byte the same at every try
  /// @param limit for the whole call
  PlatformReply<PlatformAnswer.Accepted> file(String idempotencyKey, byte[] body, Duration limit);

  /// Records a rating. Safe to repeat with the same key and the same bytes.
  ///
  /// @param idempotencyKey chosen once and kept with the rating
  /// @param body of [PlatformRequest.Rating#json()], byte for byte the same at every try
  /// @param limit for the whole call
  PlatformReply<PlatformAnswer.Rated> rate(String idempotencyKey, byte[] body, Duration limit);

  /// Asks how far a case is.
  ///
  /// @param caseNumber 办件编号
  PlatformReply<PlatformAnswer.Progress> progress(String caseNumber);

  /// Gives up running calls and frees the connections.
  @Override
  void close();
}
