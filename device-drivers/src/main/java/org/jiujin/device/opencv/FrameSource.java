package org.jiujin.device.opencv;

import org.jiujin.device.Fault;
import org.jiujin.device.camera.Frame;

/// Where frames come from. Used from one lane thread, [#close()] too: whoever closes a capture while another
/// thread reads from it brings the whole program down.
interface FrameSource extends AutoCloseable {
  /// What answers, for people.
  String model();

  /// Whether there is anything to open, without opening it: a device node, a file.
  boolean present();

  /// Starts giving frames; does nothing when it gives them already.
  Opening open();

  /// Waits for the next frame, at most two seconds.
  Reading next();

  /// Stops giving frames; may be opened again.
  @Override
  void close();

  /// Whether frames will come.
  sealed interface Opening {
    record Opened() implements Opening {}

    record Missing(Fault fault) implements Opening {}
  }

  /// What came.
  sealed interface Reading {
    /// A colour frame.
    record Taken(Frame frame) implements Reading {}

    /// Nothing, or nothing that can be decoded; the next one may be well.
    record Nothing() implements Reading {}

    /// The source has gone.
    record Gone() implements Reading {}
  }
}
