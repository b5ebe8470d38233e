package org.jiujin.console.terminal;

/// Which terminal, and in which county it stands.
///
/// @param group the Sparkplug group, `GS-` and the county's code
/// @param name the Sparkplug edge node, unique over the whole fleet
public record TerminalId(String group, String name) {
  @Override
  public String toString() {
    return group + "/" + name;
  }
}
