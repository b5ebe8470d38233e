package org.jiujin.sandbox;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/// The stable name of what was wrong with a request, with its HTTP status and a sentence for engineers.
enum ProblemCode {
  BAD_REQUEST(HttpStatus.BAD_REQUEST, "The request cannot be read"),
  CONTRACT_BROKEN(HttpStatus.BAD_REQUEST, "The body does not match openapi.yaml"),
  PERSON_NOT_INVENTED(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "The sandbox accepts invented people only: a valid identity number with the order code 000"),
  IDEMPOTENCY_KEY_MISSING(
      HttpStatus.BAD_REQUEST, "Idempotency-Key must have 16 to 64 letters, digits or hyphens"),
  IDEMPOTENCY_KEY_REUSED(HttpStatus.CONFLICT, "This Idempotency-Key came with another body before"),
  LOCAL_NUMBER_TAKEN(HttpStatus.CONFLICT, "This local number belongs to another application"),
  CASE_UNKNOWN(HttpStatus.NOT_FOUND, "There is no such case"),
  ALREADY_RATED(HttpStatus.CONFLICT, "A case is rated once"),
  REASON_MISSING(HttpStatus.UNPROCESSABLE_CONTENT, "A rating of 2 or 1 needs a reason or a text"),
  NUMBERS_EXHAUSTED(
      HttpStatus.SERVICE_UNAVAILABLE, "All case numbers of this terminal and day are used"),
  PLATFORM_UNAVAILABLE(
      HttpStatus.SERVICE_UNAVAILABLE, "The platform is out of service (a fault on demand)"),
  NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing at this address"),
  INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "The sandbox failed; its log says why");

  private final HttpStatus status;
  private final String title;

  ProblemCode(HttpStatus status, String title) {
    this.status = status;
    this.title = title;
  }

  HttpStatus status() {
    return status;
  }

  String title() {
    return title;
  }

  /// As on the wire, `case-unknown` for example.
  String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
