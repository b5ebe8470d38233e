package org.jiujin.console.terminal;

import java.time.LocalDate;

/// The counts of one day.
///
/// @param counts without the outbox, which is a matter of the moment
public record DayCounts(LocalDate day, Counts counts) {}
