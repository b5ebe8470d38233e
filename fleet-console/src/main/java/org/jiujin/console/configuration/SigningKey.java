package org.jiujin.console.configuration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;
import org.jiujin.fleet.command.CommandSigner;
import org.jiujin.fleet.command.SignatureAlgorithm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The console's own key: made once, kept in a file that only its owner may read, its public half beside it under the name that
/// terminals expect in `commands.keys`.
final class SigningKey {
  private static final Logger LOG = LoggerFactory.getLogger(SigningKey.class);
  private static final String SECRET = "command-key.pem";
  private static final String PUBLIC_HALVES = "command-keys";
  private static final String PEM = ".pem";

  private SigningKey() {}

  /// Reads the key below a folder, or makes it.
  ///
  /// @throws IOException if the folder cannot be used
  /// @throws GeneralSecurityException if what is there is no key of ours
  static CommandSigner open(Path data) throws IOException, GeneralSecurityException {
    Path secret = data.resolve(SECRET);
    Path halves = data.resolve(PUBLIC_HALVES);
    if (!Files.exists(secret)) {
      make(secret, halves);
    }
    PrivateKey key =
        KeyFactory.getInstance("EC")
            .generatePrivate(new PKCS8EncodedKeySpec(content(Files.readString(secret))));
    return new CommandSigner(key, keyId(halves), SignatureAlgorithm.ECDSA_P256);
  }

  /// The public half first: a secret whose other half nobody has is of no use.
  private static void make(Path secret, Path halves) throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    byte[] half = pair.getPublic().getEncoded();
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(half);
    String id = "console-" + HexFormat.of().formatHex(hash, 0, 4);
    Files.createDirectories(halves);
    removeAll(halves); // of a key that was never finished
    Files.writeString(halves.resolve(id + PEM), pem("PUBLIC KEY", half));
    Path fresh = secret.resolveSibling(SECRET + ".new");
    Files.deleteIfExists(fresh);
    try (var channel =
        Files.newByteChannel(
            fresh,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      channel.write(
          StandardCharsets.US_ASCII.encode(pem("PRIVATE KEY", pair.getPrivate().getEncoded())));
    }
    Files.move(fresh, secret, StandardCopyOption.ATOMIC_MOVE);
    LOG.info("A signing key was made; terminals that trust it have {}", halves.resolve(id + PEM));
  }

  private static String keyId(Path halves) throws IOException, GeneralSecurityException {
    try (Stream<Path> files = Files.list(halves)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.startsWith("console-") && name.endsWith(PEM))
          .map(name -> name.substring(0, name.length() - PEM.length()))
          .findFirst()
          .orElseThrow(() -> new GeneralSecurityException(halves + " has no public half"));
    }
  }

  private static void removeAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  private static byte[] content(String pem) throws GeneralSecurityException {
    try {
      return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException("the signing key is not PEM", e);
    }
  }

  private static String pem(String what, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(what, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der), what);
  }
}
