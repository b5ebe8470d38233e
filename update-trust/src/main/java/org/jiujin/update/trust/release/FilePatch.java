package org.jiujin.update.trust.release;

/// A zstd frame that makes a file of a release from a file of an earlier one, which it takes as its dictionary.
///
/// @param from the SHA-256 of the earlier file, 64 lower-case hexadecimal digits
/// @param sha256 of the patch itself
/// @param length of the patch itself, in bytes
public record FilePatch(String from, String sha256, long length) {}
