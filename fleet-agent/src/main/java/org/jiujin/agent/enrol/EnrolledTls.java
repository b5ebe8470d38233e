package org.jiujin.agent.enrol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jiujin.agent.link.TlsContext;
import org.jiujin.agent.link.TlsFiles;
import org.jiujin.agent.link.TlsFilesException;
import org.jiujin.agent.link.TlsSource;

/// The enrolled identity for the link, read anew for each connection. It may be over: then the broker says so, and the enrolment
/// is about to get another one.
///
/// @param authorities the certificates that the broker's must come from: PEM
/// @param file holds key and certificate, in one piece
public record EnrolledTls(Path authorities, Path file) implements TlsSource {
  private static final TerminalKeys KEYS = new SoftKeys();

  @Override
  public boolean ready() {
    return Files.exists(file);
  }

  @Override
  public SSLContext context() throws TlsFilesException {
    try {
      Identity identity =
          read().orElseThrow(() -> new IOException(file + " holds no identity that can be used"));
      return TlsContext.of(TlsFiles.certificates(authorities), identity.key(), identity.chain());
    } catch (IOException | GeneralSecurityException e) {
      throw new TlsFilesException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public Instant bestBefore() {
    try {
      return read().map(identity -> identity.life().bestBefore()).orElse(Instant.MIN);
    } catch (IOException _) {
      return Instant.MIN; // told when the next connection needs it
    }
  }

  private Optional<Identity> read() throws IOException {
    return Papers.identity(Files.readString(file, StandardCharsets.US_ASCII), KEYS);
  }
}
