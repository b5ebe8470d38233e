package org.jiujin.console.terminal;

/// A terminal connected, or said everything about itself again; published after it was stored, on the writing thread.
public record TerminalBorn(TerminalId id) {}
