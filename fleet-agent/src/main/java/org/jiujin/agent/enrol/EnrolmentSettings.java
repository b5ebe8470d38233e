package org.jiujin.agent.enrol;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/// Where the terminal gets its certificate.
///
/// @param est the address of the EST server, as far as the name of the operation: see [#FORM]
/// @param authorities the certificates that the server's must come from: PEM
/// @param terminal the terminal id: the common name
/// @param group the county: the organisational unit
/// @param folder for key and certificate; nothing else is kept in it
public record EnrolmentSettings(
    URI est, Path authorities, String terminal, String group, Path folder) {
  /// For messages to people.
  public static final String FORM =
      "https://HOST:PORT/.well-known/est, with /LABEL behind it where the server wants one";

  private static final String PATH = "/\\.well-known/est(/[A-Za-z0-9._-]{1,64})?";

  /// Whether a text is the address of an EST server.
  public static boolean isAddress(String text) {
    try {
      var uri = new URI(text);
      return "https".equals(uri.getScheme())
          && uri.getHost() != null
          && uri.getPath() != null
          && uri.getPath().matches(PATH)
          && uri.getQuery() == null
          && uri.getFragment() == null
          && uri.getUserInfo() == null;
    } catch (URISyntaxException _) {
      return false;
    }
  }

  /// What the link needs: the enrolled identity, as soon as there is one.
  ///
  /// @param brokerAuthorities the certificates that the broker's must come from: PEM
  public EnrolledTls tls(Path brokerAuthorities) {
    return new EnrolledTls(brokerAuthorities, folder.resolve(Papers.IDENTITY));
  }
}
