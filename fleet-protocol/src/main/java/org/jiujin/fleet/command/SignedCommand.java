package org.jiujin.fleet.command;

import com.google.protobuf.ByteString;

/// A command as it travels: its bytes, and a signature over exactly these bytes.
///
/// @param command the bytes of a [Command]; never encoded again, or the signature would be lost
/// @param keyId which key signed
/// @param algorithm a [SignatureAlgorithm#word()]
/// @param signature empty when there is none
/// @since 0.1.0
public record SignedCommand(
    ByteString command, String keyId, String algorithm, ByteString signature) {}
