package org.jiujin.device.ipp;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiujin.device.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The jobs that were begun and of whose end the printer did not tell: an answer was lost, or the printer went away.
///
/// Such a job keeps a printer busy, or comes out when nobody waits for it any more. It is found again by its name, which is
/// random; a number alone is another's job after a restart. Thread-safe.
final class LeftJobs {
  private static final Logger LOG = LoggerFactory.getLogger(LeftJobs.class);
  private static final int MOST = 32;

  /// A slow printer may still carry out a request whose answer nobody waited for.
  private static final Duration LATE = Duration.ofMinutes(1);

  private final Map<String, Left> jobs = new LinkedHashMap<>();

  /// A job of this name may be with the printer from now on.
  synchronized void begun(String name) {
    if (jobs.size() == MOST) {
      jobs.remove(jobs.keySet().iterator().next());
    }
    jobs.put(name, new Left());
  }

  /// The printer said what became of it, or that it never took it.
  synchronized void ended(String name) {
    jobs.remove(name);
  }

  /// Cancels those that the printer still has (Get-Jobs, Cancel-Job), and no others.
  ///
  /// @return why a new job must wait: the printer still had one, or did not say; empty when none is left
  Optional<Fault> clear(IppRequests requests) {
    return none() ? Optional.empty() : asked(requests);
  }

  private Optional<Fault> asked(IppRequests requests) {
    return switch (requests.openJobs()) {
      case IppReply.Answer<List<JobFacts>>(var open) -> cancelled(requests, kept(open));
      case IppReply.Rejected<List<JobFacts>>(var status) when status == IppStatus.BUSY ->
          Optional.of(IppStatus.fault(status));
      case IppReply.Rejected<List<JobFacts>> _ -> {
        kept(List.of()); // a printer that never lists its jobs must not be lost for ever
        yield Optional.empty();
      }
      case IppReply.Unsent<List<JobFacts>>(var fault) -> Optional.of(fault);
      case IppReply.Lost<List<JobFacts>>(var fault) -> Optional.of(fault);
    };
  }

  private synchronized boolean none() {
    return jobs.isEmpty();
  }

  /// Those of the open jobs that were left; forgets the others once no request can be late.
  private synchronized List<JobFacts> kept(List<JobFacts> open) {
    var ours =
        open.stream()
            .filter(job -> job.state() == JobFacts.State.UNDER_WAY)
            .filter(job -> jobs.containsKey(job.name()))
            .toList();
    var names = ours.stream().map(JobFacts::name).toList();
    jobs.entrySet()
        .removeIf(left -> !names.contains(left.getKey()) && left.getValue().since.over());
    return ours;
  }

  private Optional<Fault> cancelled(IppRequests requests, List<JobFacts> ours) {
    for (var job : ours) {
      requests.cancel(job.id());
      tell(job);
    }
    return ours.isEmpty()
        ? Optional.empty()
        : Optional.of(Fault.of(Fault.Code.IN_USE, "an earlier job"));
  }

  /// Once: a printer may say yes for minutes and keep the job.
  private synchronized void tell(JobFacts job) {
    var left = jobs.get(job.name());
    if (left != null && !left.told) {
      left.told = true;
      LOG.info("Job {} was left with the printer and is cancelled", job.id());
    }
  }

  private static final class Left {
    private final Stopwatch since = new Stopwatch(LATE);
    private boolean told;
  }
}
