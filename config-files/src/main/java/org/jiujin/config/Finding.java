package org.jiujin.config;

/// One thing that is wrong with a file of `config/`.
///
/// @param file as seen from the home folder: `config/catalogue/x.yaml`
/// @param line from 1; 0 when the file as a whole is meant
/// @param problem what is wrong and what to write instead
public record Finding(String file, int line, String problem) {
  /// As compilers write it, so that editors and terminals make a link of it.
  @Override
  public String toString() {
    return line > 0 ? file + ":" + line + ": " + problem : file + ": " + problem;
  }
}
