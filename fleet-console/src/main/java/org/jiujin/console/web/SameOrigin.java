package org.jiujin.console.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;

/// Tells a form of our own page from one of somebody else's: browsers say where a POST comes from, and scripts of pages cannot
/// forge it.
final class SameOrigin {
  private SameOrigin() {}

  /// Whether the request comes from a page of this console. One that does not say is refused.
  static boolean is(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin")) {
      return false;
    }
    String origin = request.getHeader("Origin");
    String host = request.getHeader("Host");
    return origin != null && host != null && host.equals(authority(origin));
  }

  private static String authority(String origin) {
    try {
      String authority = new URI(origin).getRawAuthority();
      return authority == null ? "" : authority;
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
