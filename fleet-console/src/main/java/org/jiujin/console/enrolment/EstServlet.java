package org.jiujin.console.enrolment;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.jiujin.console.enrolment.Registrar.Credentials;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// EST over HTTP (RFC 7030): `/cacerts`, `/simpleenroll`, `/simplereenroll`. Bodies are Base64 (RFC 8951).
final class EstServlet extends HttpServlet {
  static final int MOST_BYTES = 8 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(EstServlet.class);
  private static final Duration BODY_LIMIT = Duration.ofSeconds(10);
  private static final int BASIC_AT_MOST = 256;
  private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";
  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\r\n".getBytes(StandardCharsets.US_ASCII));

  @Serial private static final long serialVersionUID = 1L;

  private final transient Registrar registrar;
  private final transient Throttle throttle;
  private final long retryAfterSeconds;

  EstServlet(Registrar registrar, Throttle throttle, Duration retryAfter) {
    this.registrar = registrar;
    this.throttle = throttle;
    this.retryAfterSeconds = Math.max(1, retryAfter.toSeconds());
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = Optional.ofNullable(request.getPathInfo()).orElse("");
    String wanted = "/cacerts".equals(path) ? "GET" : "POST";
    if (!throttle.lets(request.getRemoteAddr())) {
      say(response, new EstAnswer.Refused(503, "too many requests from this address"));
    } else if (!List.of("/cacerts", "/simpleenroll", "/simplereenroll").contains(path)) {
      say(
          response,
          new EstAnswer.Refused(404, "this server knows cacerts, simpleenroll, simplereenroll"));
    } else if (!wanted.equals(request.getMethod())) {
      response.setHeader("Allow", wanted);
      say(response, new EstAnswer.Refused(405, "ask with " + wanted));
    } else {
      say(response, answer(path, request));
    }
  }

  private EstAnswer answer(String path, HttpServletRequest request) throws IOException {
    if ("/cacerts".equals(path)) {
      return new EstAnswer.Certificate(registrar.authority());
    }
    byte[] body = body(request.getInputStream());
    if (body.length > MOST_BYTES) {
      return new EstAnswer.Refused(413, "a request has at most " + MOST_BYTES + " bytes");
    }
    if (!String.valueOf(request.getContentType()).startsWith("application/pkcs10")) {
      return new EstAnswer.Refused(415, "send application/pkcs10");
    }
    byte[] der;
    try {
      der = Base64.getMimeDecoder().decode(body);
    } catch (IllegalArgumentException notBase64) {
      return new EstAnswer.Refused(400, "the request is not Base64");
    }
    return switch (SigningRequest.read(der)) {
      case SigningRequest.Reading.Refused(var why) -> new EstAnswer.Refused(400, why);
      case SigningRequest.Reading.Read(var read) -> ask(path, request, read);
    };
  }

  private EstAnswer ask(String path, HttpServletRequest request, SigningRequest read) {
    try {
      String from = request.getRemoteAddr();
      if ("/simplereenroll".equals(path)) {
        return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] shown
            ? registrar.renew(shown[0], read, from)
            : new EstAnswer.Refused(403, "come with the certificate that is to be renewed");
      }
      return credentials(request.getHeader("Authorization"))
          .map(who -> registrar.enrol(who, read, from))
          .orElse(new EstAnswer.Refused(401, "come with terminal id and claim code"));
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("the database does not answer; a terminal must ask again", e);
      return new EstAnswer.Refused(503, "try again later");
    }
  }

  /// HTTP Basic (RFC 7617).
  static Optional<Credentials> credentials(@Nullable String header) {
    if (header == null || header.length() > BASIC_AT_MOST || !header.startsWith("Basic ")) {
      return Optional.empty();
    }
    String text;
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring("Basic ".length()).strip());
      text = new String(decoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    int colon = text.lastIndexOf(':');
    boolean code = colon > 0 && text.substring(colon + 1).matches("[A-Z0-9]{4}-[A-Z0-9]{4}");
    return code
        ? Optional.of(new Credentials(text.substring(0, colon), text.substring(colon + 1)))
        : Optional.empty();
  }

  private void say(HttpServletResponse response, EstAnswer answer) throws IOException {
    switch (answer) {
      case EstAnswer.Certificate(var certificate) -> {
        response.setContentType("application/pkcs7-mime; smime-type=certs-only");
        response.setHeader("Content-Transfer-Encoding", "base64");
        response.getOutputStream().write(LINES.encode(certsOnly(certificate)));
      }
      case EstAnswer.Wait _ -> {
        response.setStatus(202);
        response.setHeader("Retry-After", Long.toString(retryAfterSeconds));
      }
      case EstAnswer.Refused(var status, var why) -> {
        response.setStatus(status);
        if (status == 401) {
          response.setHeader("WWW-Authenticate", "Basic realm=\"jiujin\", charset=\"UTF-8\"");
        }
        if (status == 503) {
          response.setHeader("Retry-After", "60");
        }
        response.setContentType("text/plain; charset=utf-8");
        response.getOutputStream().write((why + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  /// PKCS#7 with nothing but certificates (RFC 5652, 5.1; RFC 7030, 4.1.3).
  static byte[] certsOnly(X509Certificate certificate) throws IOException {
    try {
      var generator = new CMSSignedDataGenerator();
      generator.addCertificates(new JcaCertStore(List.of(certificate)));
      return generator
          .generate(new CMSAbsentContent(), false)
          .toASN1Structure()
          .getEncoded(ASN1Encoding.DER);
    } catch (CMSException | GeneralSecurityException e) {
      throw new IOException("a certificate cannot be wrapped", e);
    }
  }

  /// At most one byte too many, and not for ever.
  private static byte[] body(InputStream in) throws IOException {
    long deadline = System.nanoTime() + BODY_LIMIT.toNanos();
    var body = new ByteArrayOutputStream();
    var part = new byte[1024];
    for (int read = in.read(part); read >= 0 && body.size() <= MOST_BYTES; read = in.read(part)) {
      body.write(part, 0, read);
      if (System.nanoTime() > deadline) {
        throw new IOException("a body that does not come to its end");
      }
    }
    return body.toByteArray();
  }
}
