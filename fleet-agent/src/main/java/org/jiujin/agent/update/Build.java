package org.jiujin.agent.update;

import com.google.protobuf.ByteString;
import org.jiujin.update.trust.release.Manifest;

/// A release that is to be put into a slot.
///
/// @param written the manifest as it is signed
/// @param manifest what it says
record Build(ByteString written, Manifest manifest) {}
