package org.jiujin.config;

import java.util.List;
import java.util.stream.Collectors;

/// The app cannot start with the configuration it was given. Its message is one finding a line.
public final class ConfigRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ConfigRefusedException(List<Finding> findings) {
    super(
        findings.stream()
            .map(Finding::toString)
            .collect(Collectors.joining("\n", "the configuration is wrong:\n", "")));
  }
}
