package org.jiujin.testkit;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Fails a test class that leaves a thread running which it had started.
///
/// Threads that a toolkit keeps for the life of the JVM are excused by name; everything else has [#PATIENCE] to end.
/// Registered for every test class through `META-INF/services`.
public final class ThreadGuard implements BeforeAllCallback, AfterAllCallback {
  /// How long threads may take to end after the last test of a class.
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Set<String> KEPT_BY_THE_JVM =
      Set.of(
          "ForkJoinPool.commonPool",
          "ForkJoinPool-",
          "CommonCleaner",
          "Cleaner-",
          "process reaper",
          "Keep-Alive-Timer",
          "JavaFX",
          "Headless Timer",
          "QuantumRenderer",
          "Prism",
          "InvokeLaterDispatcher",
          "Java2D Disposer",
          "FileSystemWatch",
          "VirtualThread-unblocker",
          "VirtualThread-unparker",
          "MasterPoller", // reads and writes for virtual threads
          "InnocuousThread-", // the default pool of asynchronous file channels
          "JavaCPP Deallocator", // frees what OpenCV's objects hold
          "UrlChecker-", // Selenium keeps it idle after a browser has started
          "junit-",
          "surefire-",
          "logback-");

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(ThreadGuard.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    if (isTopLevel(context)) {
      context.getStore(NAMESPACE).put("before", running());
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (!isTopLevel(context)) {
      return;
    }
    @SuppressWarnings("unchecked") // put by beforeAll
    Set<Thread> before =
        (Set<Thread>) Objects.requireNonNull(context.getStore(NAMESPACE).get("before", Set.class));
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Set<Thread> left = leftSince(before);
    while (!left.isEmpty() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      left = leftSince(before);
    }
    if (!left.isEmpty()) {
      throw new AssertionError(
          "Threads left behind: "
              + left.stream()
                  .map(thread -> thread.getName() + " (" + thread.getState() + ")")
                  .collect(Collectors.joining(", ")));
    }
  }

  private static boolean isTopLevel(ExtensionContext context) {
    return context.getTestClass().map(type -> type.getEnclosingClass() == null).orElse(true);
  }

  private static Set<Thread> leftSince(Set<Thread> before) {
    return running().stream()
        .filter(thread -> !before.contains(thread))
        .filter(thread -> KEPT_BY_THE_JVM.stream().noneMatch(thread.getName()::startsWith))
        .collect(Collectors.toSet());
  }

  private static Set<Thread> running() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .filter(thread -> thread.getThreadGroup() != null)
        .filter(thread -> !"system".equals(thread.getThreadGroup().getName()))
        .collect(Collectors.toSet());
  }
}
