package org.jiujin.agent.configuration;

import java.util.List;

/// How far the app is with the settings that are for it.
///
/// @param answered whether it said anything about the configuration in force
/// @param refused what it cannot take; then none of them is in force there
record AppPart(boolean answered, List<String> refused) {
  static final AppPart UNKNOWN = new AppPart(false, List.of());

  AppPart {
    refused = List.copyOf(refused);
  }
}
