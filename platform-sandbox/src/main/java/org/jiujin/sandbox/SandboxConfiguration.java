package org.jiujin.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/// Storage and time.
@Configuration(proxyBeanMethods = false)
class SandboxConfiguration {
  @Bean
  InstantSource time() {
    return InstantSource.system();
  }

  /// The file database. WRITE_DELAY=0: a commit is in the file before the caller goes on, so that SIGKILL loses nothing.
  @Bean(destroyMethod = "dispose")
  JdbcConnectionPool dataSource(@Value("${sandbox.data}") Path folder) throws IOException {
    Path absolute = Files.createDirectories(folder.toAbsolutePath().normalize());
    var pool =
        JdbcConnectionPool.create(
            "jdbc:h2:file:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
                .formatted(absolute.resolve("sandbox")),
            "sandbox",
            "");
    DatabasePopulatorUtils.execute(
        new ResourceDatabasePopulator(new ClassPathResource("sandbox-schema.sql")), pool);
    return pool;
  }

  @Bean
  JdbcClient jdbc(DataSource dataSource) {
    return JdbcClient.create(dataSource);
  }

  @Bean
  TransactionTemplate transactions(DataSource dataSource) {
    return new TransactionTemplate(new DataSourceTransactionManager(dataSource));
  }
}
