/// Hears what the terminals say, in the order in which they said it, and has it taken down in the register.
///
/// ```
/// broker ── MqttLink (callbacks) ──▶ Inbox (bounded) ──▶ IngestWorker (one thread) ──▶ TerminalRegister, RecordBook
///                ▲                                            │
///                └─ rebirth requests, "I have the records" ───┘
/// ```
///
/// Sparkplug B 3.0 as a Host Application: fleet reference, section 2.2.
@ApplicationModule(
    displayName = "Ingest",
    allowedDependencies = {"broker", "terminal", "record"})
@NullMarked
package org.jiujin.console.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
