package org.jiujin.device.opencv;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jiujin.device.Device;
import org.jiujin.device.Fault;
import org.jiujin.device.camera.Corner;
import org.jiujin.device.camera.Frame;
import org.jiujin.device.camera.Preview;
import org.jiujin.device.scanner.GreyFrame;

/// All who want something of a camera's frames: previews, code scanners, captures. Frames come from one lane thread.
final class Audience<P> {
  /// Looking for a page costs more than showing a frame; a hint four times a second is quick enough for people.
  private static final int HINTS_PER_SECOND = 4;

  private static final int SCANS_PER_SECOND = 30;

  private final String name;
  private final Assessor<P> assessor;
  private final int previewsPerSecond;
  private final Pace hints = new Pace(HINTS_PER_SECOND);
  private final List<Viewer<Preview>> previews = new CopyOnWriteArrayList<>();
  private final List<Viewer<GreyFrame>> scanners = new CopyOnWriteArrayList<>();
  private final List<Waiting<P>> waitings = new CopyOnWriteArrayList<>();
  private Assessment<P> last;
  private boolean lastGood;

  Audience(String name, Assessor<P> assessor, int previewsPerSecond) {
    this.name = name;
    this.assessor = assessor;
    this.previewsPerSecond = previewsPerSecond;
    this.last = nothingSeen();
  }

  Device.Subscription preview(Consumer<Preview> viewer) {
    return joined(previews, new Viewer<>(name + "-preview", viewer, previewsPerSecond));
  }

  Device.Subscription scanner(Consumer<GreyFrame> viewer) {
    return joined(scanners, new Viewer<>(name + "-frames", viewer, SCANS_PER_SECOND));
  }

  Waiting<P> waiting(Duration patience) {
    var waiting = new Waiting<P>(patience);
    waitings.add(waiting);
    return waiting;
  }

  boolean wanted() {
    previews.removeIf(Viewer::ended);
    scanners.removeIf(Viewer::ended);
    waitings.removeIf(Waiting::over);
    return !(previews.isEmpty() && scanners.isEmpty() && waitings.isEmpty());
  }

  void show(Frame frame) {
    for (var scanner : scanners) {
      if (scanner.due()) {
        scanner.offer(Pictures.grey(frame));
      }
    }
    if (!waitings.isEmpty() || (!previews.isEmpty() && hints.due())) {
      assess(frame);
    }
    for (var preview : previews) {
      if (preview.due()) {
        preview.offer(new Preview(copy(frame), last.outline(), last.verdicts()));
      }
    }
  }

  private void assess(Frame frame) {
    var assessment = assessor.assess(frame, last.outline());
    waitings.removeIf(waiting -> waiting.offer(assessment, lastGood));
    lastGood = assessment.good();
    last = assessment;
  }

  /// Each viewer may wipe what it gets.
  private static Frame copy(Frame frame) {
    return new Frame(frame.width(), frame.height(), frame.encoding(), frame.bytes().clone());
  }

  /// The camera does not work: whoever waits for a picture learns it, whoever watches goes on when it is back.
  void fail(Fault fault) {
    waitings.forEach(waiting -> waiting.fail(fault));
    rest();
  }

  /// The camera stops: nothing of what it saw is kept.
  void rest() {
    last = nothingSeen();
    lastGood = false;
  }

  void cancelWaitings() {
    waitings.forEach(Waiting::cancel);
  }

  void dismiss() {
    cancelWaitings();
    previews.forEach(Viewer::close);
    scanners.forEach(Viewer::close);
  }

  private static <T> Viewer<T> joined(List<Viewer<T>> all, Viewer<T> viewer) {
    all.add(viewer);
    viewer.start();
    return viewer;
  }

  private Assessment<P> nothingSeen() {
    return new Assessment<>(
        List.<Corner>of(),
        List.of(),
        () -> {
          throw new IllegalStateException("nothing was seen yet");
        });
  }
}
