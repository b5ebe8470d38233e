package org.jiujin.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables of `sandbox-schema.sql`. Called within a transaction of the desks.
@Repository
class Cases {
  private final JdbcClient jdbc;

  Cases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// One accepted application.
  record Case(
      String idempotencyKey,
      String bodyHash,
      String caseNumber,
      String localNumber,
      String terminal,
      Requests.Matter matter,
      Instant acceptedAt,
      LocalDate promisedBy) {
    Answers.Accepted answer() {
      return new Answers.Accepted(caseNumber, localNumber, acceptedAt, promisedBy);
    }
  }

  /// One rating.
  record Rating(
      String idempotencyKey, String bodyHash, String caseNumber, int level, Instant recordedAt) {
    Answers.Rated answer() {
      return new Answers.Rated(caseNumber, recordedAt);
    }
  }

  Optional<Case> byKey(String key) {
    return one("idempotency_key", key);
  }

  Optional<Case> byCaseNumber(String number) {
    return one("case_number", number);
  }

  Optional<Case> byLocalNumber(String number) {
    return one("local_number", number);
  }

  private Optional<Case> one(String column, String value) {
    return jdbc.sql("SELECT * FROM application WHERE " + column + " = ?")
        .param(value)
        .query(Cases::aCase)
        .optional();
  }

  List<Answers.Entry> entries() {
    return jdbc
        .sql("SELECT * FROM application ORDER BY accepted_at, case_number")
        .query(Cases::aCase)
        .list() // a stream would hold its connection until somebody closes it
        .stream()
        .map(each ->
            new Answers.Entry(
                each.idempotencyKey, each.caseNumber, each.localNumber, each.acceptedAt))
        .toList();
  }

  void add(Case accepted) {
    jdbc.sql("INSERT INTO application VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            accepted.idempotencyKey,
            accepted.bodyHash,
            accepted.caseNumber,
            accepted.localNumber,
            accepted.terminal,
            accepted.matter.id(),
            accepted.matter.version(),
            accepted.acceptedAt.atOffset(ZoneOffset.UTC),
            accepted.promisedBy)
        .update();
  }

  /// Takes the next sequence number of a prefix; the row stays locked until the transaction ends.
  int nextSequence(String prefix) {
    jdbc.sql(
            "MERGE INTO case_sequence USING (VALUES (CAST(? AS VARCHAR))) wanted (prefix) ON case_sequence.prefix ="
                + " wanted.prefix WHEN MATCHED THEN UPDATE SET last = last + 1 WHEN NOT MATCHED THEN INSERT VALUES"
                + " (wanted.prefix, 1)")
        .param(prefix)
        .update();
    return jdbc.sql("SELECT last FROM case_sequence WHERE prefix = ?")
        .param(prefix)
        .query(Integer.class)
        .single();
  }

  Optional<Rating> ratingByKey(String key) {
    return oneRating("idempotency_key", key);
  }

  Optional<Rating> ratingOf(String caseNumber) {
    return oneRating("case_number", caseNumber);
  }

  private Optional<Rating> oneRating(String column, String value) {
    return jdbc.sql("SELECT * FROM rating WHERE " + column + " = ?")
        .param(value)
        .query(Cases::aRating)
        .optional();
  }

  void add(Rating rating) {
    jdbc.sql("INSERT INTO rating VALUES (?, ?, ?, ?, ?)")
        .params(
            rating.idempotencyKey,
            rating.bodyHash,
            rating.caseNumber,
            rating.level,
            rating.recordedAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  int ratings() {
    return jdbc.sql("SELECT COUNT(*) FROM rating").query(Integer.class).single();
  }

  private static Case aCase(ResultSet row, int index) throws SQLException {
    return new Case(
        row.getString("idempotency_key"),
        row.getString("body_hash"),
        row.getString("case_number"),
        row.getString("local_number"),
        row.getString("terminal"),
        new Requests.Matter(row.getString("matter_id"), row.getString("matter_version")),
        row.getObject("accepted_at", OffsetDateTime.class).toInstant(),
        row.getObject("promised_by", LocalDate.class));
  }

  private static Rating aRating(ResultSet row, int index) throws SQLException {
    return new Rating(
        row.getString("idempotency_key"),
        row.getString("body_hash"),
        row.getString("case_number"),
        row.getInt("level"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }
}
