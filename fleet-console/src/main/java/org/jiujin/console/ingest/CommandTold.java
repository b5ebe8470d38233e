package org.jiujin.console.ingest;

import org.jiujin.console.terminal.TerminalId;
import org.jiujin.fleet.command.CommandResult;

/// A terminal said what became of a command; published on the worker's thread.
public record CommandTold(TerminalId id, CommandResult result) {}
