package org.jiujin.console.enrolment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How certificates are given.
///
/// @param port of EST; 0 for none
/// @param address the network interface of EST
/// @param names what terminals call this console: they go into its certificate
/// @param caCertificate the authority of the province, PEM; without it the console makes one of its own
/// @param caKey its key, PKCS#8 in PEM
/// @param days how long a terminal's certificate lasts
/// @param retryAfter how soon a terminal asks again that is not accepted yet
@ConfigurationProperties("console.enrolment")
record EnrolmentSettings(
    @DefaultValue("0") int port,
    @DefaultValue("127.0.0.1") String address,
    @DefaultValue({"localhost", "127.0.0.1"}) List<String> names,
    @Nullable Path caCertificate,
    @Nullable Path caKey,
    @DefaultValue("90d") Duration days,
    @DefaultValue("15s") Duration retryAfter) {
  boolean open() {
    return port > 0;
  }
}
