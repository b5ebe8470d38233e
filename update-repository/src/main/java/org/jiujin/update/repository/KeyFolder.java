package org.jiujin.update.repository;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiujin.update.trust.metadata.Scheme;
import org.jiujin.update.trust.metadata.SigningKey;

/// Ed25519 keys in a folder, one file each, `ROLE-NUMBER.pem` with a PRIVATE KEY (RFC 5958) and a PUBLIC KEY (RFC 8410), readable by
/// its owner only. Which key may sign for what, the metadata says and not the file's name; so files may be moved apart.
///
/// @param folder outside the repository; made when the first key is
public record KeyFolder(Path folder) {
  private static final String ALGORITHM = "Ed25519";
  private static final String SUFFIX = ".pem";
  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN (PRIVATE|PUBLIC) KEY-----([A-Za-z0-9+/=\\s]+)-----END \\1 KEY-----");

  /// Every key of the folder.
  ///
  /// @throws RepositoryException if there is none, or a file is not a key as we write them
  public List<SigningKey> all() throws RepositoryException, IOException {
    List<SigningKey> keys = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(KeyFolder::isKey).sorted().toList()) {
          keys.add(read(file));
        }
      }
    }
    if (keys.isEmpty()) {
      throw new RepositoryException(folder + " has no key, a file ROLE-NUMBER.pem");
    }
    return keys;
  }

  private static boolean isKey(Path file) {
    return file.toString().endsWith(SUFFIX);
  }

  /// Makes a key. When it returns, the key is on the medium.
  SigningKey create(String role) throws IOException {
    Files.createDirectories(folder);
    int number = 1;
    while (Files.exists(file(role, number))) {
      number++;
    }
    KeyPair pair = generate();
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    String written =
        """
        -----BEGIN PRIVATE KEY-----
        %s
        -----END PRIVATE KEY-----
        -----BEGIN PUBLIC KEY-----
        %s
        -----END PUBLIC KEY-----
        """
            .formatted(
                lines.encodeToString(pair.getPrivate().getEncoded()),
                lines.encodeToString(pair.getPublic().getEncoded()));
    try (var channel =
            Files.newByteChannel(
                file(role, number),
                EnumSet.of(
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC),
                PosixFilePermissions.asFileAttribute(
                    PosixFilePermissions.fromString("rw-------")));
        OutputStream out = Channels.newOutputStream(channel)) {
      out.write(written.getBytes(StandardCharsets.US_ASCII));
    }
    return SigningKey.of(Scheme.ED25519, pair);
  }

  private Path file(String role, int number) {
    return folder.resolve(role + "-" + number + SUFFIX);
  }

  private static KeyPair generate() {
    try {
      return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  private static SigningKey read(Path file) throws RepositoryException, IOException {
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    try {
      KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
      PrivateKey secret = factory.generatePrivate(new PKCS8EncodedKeySpec(block(text, "PRIVATE")));
      PublicKey open = factory.generatePublic(new X509EncodedKeySpec(block(text, "PUBLIC")));
      return SigningKey.of(Scheme.ED25519, new KeyPair(open, secret));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new RepositoryException(
          file + " is no key of ours: it needs a PRIVATE KEY and a PUBLIC KEY of " + ALGORITHM);
    }
  }

  private static byte[] block(String text, String which) {
    Matcher found = BLOCK.matcher(text);
    while (found.find()) {
      if (found.group(1).equals(which)) {
        return Base64.getMimeDecoder().decode(found.group(2));
      }
    }
    throw new IllegalArgumentException("no block");
  }

  /// The ids of some keys.
  static Set<String> ids(List<SigningKey> keys) {
    return Set.copyOf(keys.stream().map(key -> key.verifying().id()).toList());
  }
}
