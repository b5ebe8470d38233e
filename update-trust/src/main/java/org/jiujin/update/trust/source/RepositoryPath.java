package org.jiujin.update.trust.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/// The way to a file below the repository's address.
///
/// @param names of folders and, last, of the file; of whatever characters, a slash among them
public record RepositoryPath(List<String> names) {
  private static final String PLAIN = "-._~";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /// Keeps a copy.
  public RepositoryPath {
    names = List.copyOf(names);
  }

  /// A file directly below the address.
  ///
  /// @param name a slash is part of it
  public static RepositoryPath file(String name) {
    return new RepositoryPath(List.of(name));
  }

  /// A file by its path.
  ///
  /// @param path folders and file, with slashes between them
  public static RepositoryPath of(String path) {
    return new RepositoryPath(Arrays.asList(path.split("/", -1)));
  }

  /// The same with something before the file's name.
  public RepositoryPath prefixed(String prefix) {
    var changed = names.toArray(String[]::new);
    changed[changed.length - 1] = prefix + names.getLast();
    return new RepositoryPath(Arrays.asList(changed));
  }

  /// As part of an address: everything but letters, digits and `-._~` becomes `%XX` (RFC 3986, 2.3).
  String encoded() {
    return names.stream().map(RepositoryPath::encoded).collect(Collectors.joining("/"));
  }

  private static String encoded(String name) {
    var encoded = new StringBuilder();
    boolean dotsOnly = name.equals(".") || name.equals(".."); // an address would lose them
    for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
      if (!dotsOnly && isPlain(one)) {
        encoded.append((char) one);
      } else {
        HEX.toHexDigits(encoded.append('%'), one);
      }
    }
    return encoded.toString();
  }

  private static boolean isPlain(byte letter) {
    return (letter >= 'a' && letter <= 'z')
        || (letter >= 'A' && letter <= 'Z')
        || (letter >= '0' && letter <= '9')
        || PLAIN.indexOf(letter) >= 0;
  }

  @Override
  public String toString() {
    return encoded();
  }
}
