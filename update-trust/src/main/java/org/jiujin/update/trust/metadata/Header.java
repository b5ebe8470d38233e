package org.jiujin.update.trust.metadata;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jiujin.update.trust.json.JsonObject;
import org.jiujin.update.trust.json.MalformedJson;

/// What all metadata begins with.
record Header(long version, Instant expires) {
  /// What we write. Files of any 1.x are read.
  private static final String SPECIFICATION = "1.0.34";

  private static final Pattern VERSION_1 = Pattern.compile("1(\\.\\d{1,9}){1,2}");

  /// The specification has whole seconds; other writers add fractions.
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");

  static Header read(JsonObject signed, String type) throws MalformedJson {
    if (!signed.text("_type").equals(type)) {
      throw new MalformedJson("«_type» is not " + type);
    }
    if (!VERSION_1.matcher(signed.text("spec_version")).matches()) {
      throw new MalformedJson("«spec_version» is not 1.x, the only one that is understood here");
    }
    return new Header(signed.whole("version", 1), time(signed.text("expires")));
  }

  private static Instant time(String text) throws MalformedJson {
    try {
      if (TIME.matcher(text).matches()) {
        return Instant.parse(text);
      }
    } catch (DateTimeException e) {
      throw new MalformedJson("«expires» is no day of the calendar");
    }
    throw new MalformedJson("«expires» is not a time like 2030-01-01T00:00:00Z");
  }

  static JsonObject.Builder write(String type, Metadata metadata) {
    return new JsonObject.Builder()
        .put("_type", type)
        .put("spec_version", SPECIFICATION)
        .put("version", metadata.version())
        .put("expires", metadata.expires().toString());
  }
}
