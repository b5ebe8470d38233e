package org.jiujin.console.enrolment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the authority's key and certificate are: in files of the province, or in a folder of the console, made at the first start.
record AuthorityFiles(Path certificate, Path key) {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN (?:PRIVATE|PUBLIC) KEY-----([A-Za-z0-9+/=\\s]+)-----END ");
  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  /// Opens the authority of the province.
  ///
  /// @throws IllegalStateException if the files are not what they should be; the message names them
  Authority open() {
    try {
      return new Authority(privateHalf(), checked());
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(
          "console.enrolment.ca-certificate and ca-key must be an authority's certificate in PEM and"
              + " its key as PKCS#8 in PEM: "
              + certificate
              + ", "
              + key,
          e);
    }
  }

  /// Opens the console's own authority; makes what is missing. Key first: a certificate without a key is of no use.
  Authority openOrFound(Instant now) {
    try {
      if (!Files.exists(key)) {
        Files.createDirectories(
            Objects.requireNonNull(key.toAbsolutePath().getParent()), only("rwx------"));
        KeyPair keys = Authority.newKey();
        write(
            key,
            pem("PRIVATE KEY", keys.getPrivate().getEncoded())
                + pem("PUBLIC KEY", keys.getPublic().getEncoded()));
      }
      if (!Files.exists(certificate)) {
        X509Certificate root =
            Authority.found(new KeyPair(publicHalf(), privateHalf()), now).certificate();
        write(certificate, pem("CERTIFICATE", root.getEncoded()));
      }
      return new Authority(privateHalf(), checked());
    } catch (IOException e) {
      throw new UncheckedIOException("the authority's files cannot be used", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the authority's files are damaged: " + key, e);
    }
  }

  private X509Certificate checked() throws IOException, GeneralSecurityException {
    X509Certificate found;
    try (var in = Files.newInputStream(certificate)) {
      found = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
    if (found.getBasicConstraints() < 0) {
      throw new GeneralSecurityException(certificate + " is not an authority's");
    }
    if (!belong(privateHalf(), found.getPublicKey())) {
      throw new GeneralSecurityException(key + " does not belong to " + certificate);
    }
    return found;
  }

  private static boolean belong(PrivateKey key, PublicKey half) throws GeneralSecurityException {
    String algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    byte[] probe = {1};
    Signature signing = Signature.getInstance(algorithm);
    signing.initSign(key);
    signing.update(probe);
    byte[] signature = signing.sign();
    signing.initVerify(half);
    signing.update(probe);
    return signing.verify(signature);
  }

  private PrivateKey privateHalf() throws IOException, GeneralSecurityException {
    var spec = new PKCS8EncodedKeySpec(block(0));
    try {
      return KeyFactory.getInstance("EC").generatePrivate(spec);
    } catch (GeneralSecurityException notOnACurve) {
      return KeyFactory.getInstance("RSA").generatePrivate(spec);
    }
  }

  private PublicKey publicHalf() throws IOException, GeneralSecurityException {
    return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(block(1)));
  }

  private byte[] block(int number) throws IOException, GeneralSecurityException {
    Matcher blocks = BLOCK.matcher(Files.readString(key));
    for (int i = 0; i <= number; i++) {
      if (!blocks.find()) {
        throw new GeneralSecurityException(key + " holds no key as PKCS#8 in PEM");
      }
    }
    return Base64.getMimeDecoder().decode(blocks.group(1));
  }

  private static String pem(String what, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(what, LINES.encodeToString(der), what);
  }

  private static FileAttribute<?> only(String rights) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights));
  }

  private static void write(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            only("rw-------"))) {
      ByteBuffer left = StandardCharsets.US_ASCII.encode(text);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
