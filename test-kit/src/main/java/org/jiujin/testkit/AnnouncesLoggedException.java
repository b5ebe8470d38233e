package org.jiujin.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says that a test provokes a logged exception on purpose, so that [LogGuard] lets it pass.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface AnnouncesLoggedException {
  /// The exceptions that may be logged, subclasses included.
  Class<? extends Throwable>[] value();
}
