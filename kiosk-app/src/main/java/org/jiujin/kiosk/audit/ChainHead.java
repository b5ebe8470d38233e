package org.jiujin.kiosk.audit;

import java.time.Instant;

/// How far a chain goes. Who holds a head can tell whether anything before it was changed or taken away.
///
/// @param chain the chain's id, 16 hexadecimal digits
/// @param count the number of the last entry, from 1
/// @param hash SHA-256 of the last entry, 64 hexadecimal digits
/// @param at when the last entry was made
public record ChainHead(String chain, long count, String hash, Instant at) {}
