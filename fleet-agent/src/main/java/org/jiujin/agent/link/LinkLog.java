package org.jiujin.agent.link;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells in the log how the link comes and goes, once each time.
final class LinkLog {
  private static final Logger LOG = LoggerFactory.getLogger(LinkLog.class);

  private final LinkSettings settings;

  LinkLog(LinkSettings settings) {
    this.settings = settings;
  }

  /// Says what a step came to, when that is news.
  void tell(
      String broker, LinkPolicy.State before, LinkPolicy.Input input, LinkPolicy.State after) {
    boolean wasOnline = before instanceof LinkPolicy.State.Online;
    boolean isOnline = after instanceof LinkPolicy.State.Online;
    if (isOnline && !wasOnline) {
      LOG.info("online at {} as {}/{}", broker, settings.group(), settings.node());
    } else if (wasOnline && !isOnline) {
      LOG.info("no longer online: {}", reasonOf(input));
    } else if (before instanceof LinkPolicy.State.Connecting
        && after instanceof LinkPolicy.State.Waiting) {
      LOG.info("connected to {}, waiting for host {}", broker, settings.primaryHost());
    } else if (before instanceof LinkPolicy.State.Waiting && !isOnline && !after.equals(before)) {
      LOG.info("left {}, nothing was born there: {}", broker, reasonOf(input));
    } else if (before instanceof LinkPolicy.State.Connecting
        && after instanceof LinkPolicy.State.Offline off) {
      LOG.info("attempt {} to reach {} failed: {}", off.failures(), broker, reasonOf(input));
    }
  }

  private static String reasonOf(LinkPolicy.Input input) {
    return switch (input) {
      case LinkPolicy.Input.Refused(_, var reason) -> reason;
      case LinkPolicy.Input.Lost(_, var reason) -> reason;
      case LinkPolicy.Input.TakenOver _ -> "taken over by another client";
      case LinkPolicy.Input.Tick _ -> "no answer in time";
      case LinkPolicy.Input.StopRequested _ -> "asked to stop";
      case LinkPolicy.Input.Outlived _ -> "it comes again with the renewed certificate";
      case LinkPolicy.Input.HostOffline _ -> "the host is offline";
      case LinkPolicy.Input.Accepted _, LinkPolicy.Input.HostOnline _ -> "";
    };
  }
}
