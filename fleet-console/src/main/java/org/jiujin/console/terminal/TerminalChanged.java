package org.jiujin.console.terminal;

/// Something about a terminal or its devices is different now; published after it was stored, on the writing thread.
///
/// @param name the terminal's name, as in [TerminalId#name]
public record TerminalChanged(String name) {}
