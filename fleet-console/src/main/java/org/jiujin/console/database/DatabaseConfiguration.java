package org.jiujin.console.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// Hands the address of the embedded database to Spring Boot's own connection pool, which therefore closes first.
@Configuration(proxyBeanMethods = false)
@Conditional(DatabaseConfiguration.NoOtherDatabaseNamed.class)
class DatabaseConfiguration {
  @Bean(destroyMethod = "close")
  EmbeddedDatabase embeddedDatabase(DatabaseSettings settings) {
    return EmbeddedDatabase.start(settings.data().resolve("postgres"));
  }

  @Bean
  JdbcConnectionDetails embeddedDatabaseAddress(EmbeddedDatabase database) {
    return new JdbcConnectionDetails() {
      @Override
      public String getJdbcUrl() {
        return database.url();
      }

      @Override
      public String getUsername() {
        return EmbeddedDatabase.USER;
      }

      @Override
      public String getPassword() {
        return ""; // the server trusts whoever reaches its loopback port
      }
    };
  }

  static final class NoOtherDatabaseNamed implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return !context.getEnvironment().containsProperty("spring.datasource.url");
    }
  }
}
