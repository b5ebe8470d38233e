package org.jiujin.kiosk.audit;

import java.time.Instant;
import java.util.Optional;

/// How the journal stands.
///
/// @param head empty while there is no journal that can be written
/// @param sessionEnd the number of the last entry that told of the end of a session; 0 when none did since the start
/// @param unwritten how many entries the disk did not take, waiting or lost; 0 when all is well
/// @param since when the journal came to stand so
public record Standing(Optional<ChainHead> head, long sessionEnd, long unwritten, Instant since) {}
