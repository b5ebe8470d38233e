package org.jiujin.kiosk.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON as the description wants it: no nulls on the wire, and an answer that lacks a member is no answer.
final class PlatformJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(_ ->
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private PlatformJson() {}

  static byte[] write(PlatformRequest request) {
    return MAPPER.writeValueAsBytes(request);
  }

  /// Reads an answer; empty if it is not what was promised.
  static <T> Optional<T> read(byte[] body, Class<T> type) {
    try {
      return Optional.of(MAPPER.readValue(body, type));
    } catch (JacksonException _) {
      // not logged: the message may quote an answer about a person
      return Optional.empty();
    }
  }

  /// Reads a problem document; an answer without one becomes `http-STATUS`.
  static PlatformProblem problem(int status, byte[] body) {
    try {
      JsonNode tree = MAPPER.readTree(body);
      String code = tree.path("code").asString("");
      List<String> pointers =
          tree.path("errors")
              .valueStream()
              .map(error -> error.path("pointer").asString(""))
              .toList();
      return new PlatformProblem(
          status,
          code.isEmpty() ? "http-" + status : code,
          tree.path("title").asString(""),
          pointers);
    } catch (JacksonException _) {
      return new PlatformProblem(status, "http-" + status, "", List.of());
    }
  }
}
