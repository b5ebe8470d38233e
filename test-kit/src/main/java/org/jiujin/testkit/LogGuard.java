package org.jiujin.testkit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.slf4j.LoggerFactory;

/// Fails a test during which a WARN or ERROR with an exception was logged that the test did not announce.
///
/// Registered for every test through `META-INF/services`; it sees what goes through SLF4J and Logback.
public final class LogGuard implements BeforeEachCallback, AfterEachCallback {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(LogGuard.class);

  @Override
  public void beforeEach(ExtensionContext context) {
    if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
      var collector = new Collector();
      collector.setContext(root.getLoggerContext());
      collector.start();
      root.addAppender(collector);
      context.getStore(NAMESPACE).put(Collector.class, collector);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    var collector = context.getStore(NAMESPACE).remove(Collector.class, Collector.class);
    if (collector == null) {
      return;
    }
    if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
      root.detachAppender(collector);
    }
    var announced =
        Stream.of(context.getElement(), context.getTestClass())
            .flatMap(Optional::stream)
            .map(element ->
                AnnotationSupport.findAnnotation(element, AnnouncesLoggedException.class))
            .flatMap(Optional::stream)
            .flatMap(announcement -> Stream.of(announcement.value()))
            .toList();
    var surprises =
        collector.events.stream()
            .filter(event -> announced.stream().noneMatch(type -> type.isInstance(thrown(event))))
            .map(event -> event.getLevel() + " " + event.getLoggerName() + ": " + thrown(event))
            .toList();
    if (!surprises.isEmpty()) {
      throw new AssertionError(
          "Unannounced exceptions in the log (announce them with @AnnouncesLoggedException): "
              + String.join("; ", surprises));
    }
  }

  private static Throwable thrown(ILoggingEvent event) {
    return ((ThrowableProxy) event.getThrowableProxy()).getThrowable();
  }

  private static final class Collector extends AppenderBase<ILoggingEvent> {
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
      if (event.getLevel().isGreaterOrEqual(Level.WARN)
          && event.getThrowableProxy() instanceof ThrowableProxy) {
        events.add(event);
      }
    }
  }
}
