package org.jiujin.fleet.command;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The public keys whose owners may command this terminal, by key id. Immutable.
///
/// @since 0.1.0
public final class TrustedKeys {
  /// Nobody may command.
  public static final TrustedKeys NONE = new TrustedKeys(Map.of());

  private static final String ENDING = ".pem";
  private static final int MAX_KEYS = 64;
  private static final int MAX_FILE_BYTES = 16 * 1024;
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----\\s*");

  private final Map<String, PublicKey> byId;

  public TrustedKeys(Map<String, PublicKey> byId) {
    this.byId = Map.copyOf(byId);
  }

  /// What a folder holds.
  ///
  /// @param complaints a line about each file that is left out; the others count all the same
  public record Reading(TrustedKeys keys, List<String> complaints) {
    public Reading {
      complaints = List.copyOf(complaints);
    }
  }

  /// Reads all files `KEY-ID.pem` of a folder: SubjectPublicKeyInfo (RFC 5280, 4.1.2.7) as PEM (RFC 7468, 13), at most 64.
  public static Reading read(Path folder) {
    Map<String, PublicKey> keys = new HashMap<>();
    List<String> complaints = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
      for (Path file : files) {
        if (keys.size() == MAX_KEYS) {
          complaints.add(folder + " holds more than " + MAX_KEYS + " keys");
          break;
        }
        add(file, keys, complaints);
      }
    } catch (IOException e) {
      complaints.add(folder + " cannot be read: " + e.getClass().getSimpleName());
    }
    return new Reading(new TrustedKeys(keys), complaints);
  }

  /// The key with this id.
  public Optional<PublicKey> of(String keyId) {
    return Optional.ofNullable(byId.get(keyId));
  }

  /// Whether nobody may command.
  public boolean isEmpty() {
    return byId.isEmpty();
  }

  private static void add(Path file, Map<String, PublicKey> keys, List<String> complaints) {
    String name = String.valueOf(file.getFileName());
    String id = name.substring(0, name.length() - ENDING.length());
    try {
      if (!Command.isId(id)) {
        throw new InvalidKeySpecException("the name of the file is not a key id");
      }
      if (Files.size(file) > MAX_FILE_BYTES) {
        throw new InvalidKeySpecException("too long for a key");
      }
      keys.put(id, key(Files.readString(file)));
    } catch (IOException | GeneralSecurityException e) {
      complaints.add(file + " is not a public key for commands: " + e.getMessage());
    }
  }

  private static PublicKey key(String pem) throws GeneralSecurityException {
    Matcher matcher = PEM.matcher(pem);
    if (!matcher.matches()) {
      throw new InvalidKeySpecException("no PEM of a public key");
    }
    X509EncodedKeySpec encoded;
    try {
      encoded = new X509EncodedKeySpec(Base64.getMimeDecoder().decode(matcher.group(1)));
    } catch (IllegalArgumentException e) {
      throw new InvalidKeySpecException("not Base64", e);
    }
    PublicKey key = key(encoded);
    if (SignatureAlgorithm.of(key).isEmpty()) {
      throw new InvalidKeySpecException("neither on P-256 nor on the curve of SM2");
    }
    return key;
  }

  /// The JDK's own provider does not know the curve of SM2, so each provider is asked.
  private static PublicKey key(X509EncodedKeySpec encoded) throws GeneralSecurityException {
    for (Provider provider : Security.getProviders("KeyFactory.EC")) {
      try {
        return KeyFactory.getInstance("EC", provider).generatePublic(encoded);
      } catch (InvalidKeySpecException _) {
        // the next one may know it
      }
    }
    throw new InvalidKeySpecException("no security provider knows such a key");
  }
}
