package org.jiujin.console.enrolment;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jiujin.console.enrolment.Enrolments.Given;
import org.jiujin.console.enrolment.Enrolments.Happening;
import org.jiujin.console.enrolment.Enrolments.Pending;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Requests, certificates and what happened, in PostgreSQL.
@Repository
class EnrolmentTables {
  private static final RowMapper<Row> ROW =
      (row, _) ->
          new Row(
              row.getLong("id"),
              row.getString("terminal_id"),
              row.getString("county_group"),
              row.getString("key_hash"),
              row.getString("code_hash"),
              row.getString("state"),
              row.getString("serial"));

  private static final RowMapper<Pending> PENDING =
      (row, _) ->
          new Pending(
              row.getLong("id"),
              row.getString("terminal_id"),
              row.getString("county_group"),
              row.getString("asked_from"),
              row.getString("key_hash").substring(0, 8),
              time(row, "asked_at"),
              time(row, "last_asked_at"),
              row.getBoolean("enrolled"));

  private final JdbcClient database;

  EnrolmentTables(JdbcClient database) {
    this.database = database;
  }

  /// A request, as it is kept.
  record Row(
      long id,
      String terminal,
      String group,
      String keyHash,
      String codeHash,
      String state,
      String serial) {}

  Optional<Row> byKey(String terminal, String keyHash) {
    return database
        .sql("select * from enrolment_request where terminal_id = :id and key_hash = :key")
        .param("id", terminal)
        .param("key", keyHash)
        .query(ROW)
        .optional();
  }

  boolean codeIsTaken(String codeHash) {
    return database
        .sql("select exists (select from enrolment_request where code_hash = :code)")
        .param("code", codeHash)
        .query(Boolean.class)
        .single();
  }

  int countPending() {
    return database
        .sql("select count(*) from enrolment_request where state = 'PENDING'")
        .query(Integer.class)
        .single();
  }

  int countPending(String terminal) {
    return database
        .sql("select count(*) from enrolment_request where state = 'PENDING' and terminal_id = :id")
        .param("id", terminal)
        .query(Integer.class)
        .single();
  }

  void insert(
      String terminal, String group, String keyHash, String codeHash, String from, Instant now) {
    database
        .sql(
            """
            insert into enrolment_request
              (terminal_id, county_group, key_hash, code_hash, asked_from, asked_at, last_asked_at)
            values (:id, :group, :key, :code, :from, :now, :now)
            """)
        .param("id", terminal)
        .param("group", group)
        .param("key", keyHash)
        .param("code", codeHash)
        .param("from", from)
        .param("now", at(now))
        .update();
  }

  void askedAgain(long id, Instant now) {
    database
        .sql("update enrolment_request set last_asked_at = :now where id = :id")
        .param("now", at(now))
        .param("id", id)
        .update();
  }

  /// Forgets requests that nobody has repeated since then.
  int forgetPending(Instant before) {
    return database
        .sql("delete from enrolment_request where state = 'PENDING' and last_asked_at < :before")
        .param("before", at(before))
        .update();
  }

  /// Says whether it was still pending.
  boolean decide(long id, String state, String group, String who, Instant now) {
    return database
            .sql(
                """
                update enrolment_request
                set state = :state, county_group = :group, decided_by = :who, decided_at = :now
                where id = :id and state = 'PENDING'
                """)
            .param("state", state)
            .param("group", group)
            .param("who", who)
            .param("now", at(now))
            .param("id", id)
            .update()
        > 0;
  }

  void issued(long id, String serial) {
    database
        .sql("update enrolment_request set state = 'ISSUED', serial = :serial where id = :id")
        .param("serial", serial)
        .param("id", id)
        .update();
  }

  List<Pending> pending() {
    return database
        .sql(
            """
            select r.*, exists (
                select from terminal_certificate c
                where c.terminal_id = r.terminal_id and c.withdrawn_at is null
                  and c.not_after > r.last_asked_at) as enrolled
            from enrolment_request r where state = 'PENDING' order by asked_at, id
            """)
        .query(PENDING)
        .list();
  }

  List<Row> pendingRows() {
    return database
        .sql("select * from enrolment_request where state = 'PENDING' order by id")
        .query(ROW)
        .list();
  }

  void insert(X509Certificate made, Row of, String renews, Instant now)
      throws GeneralSecurityException {
    database
        .sql(
            """
            insert into terminal_certificate
              (serial, terminal_id, county_group, key_hash, not_after, certificate, issued_at, renews)
            values (:serial, :id, :group, :key, :end, :der, :now, :renews)
            """)
        .param("serial", serial(made))
        .param("id", of.terminal())
        .param("group", of.group())
        .param("key", of.keyHash())
        .param("end", at(made.getNotAfter().toInstant()))
        .param("der", made.getEncoded())
        .param("now", at(now))
        .param("renews", renews)
        .update();
  }

  /// A certificate that counts: it was given here and was not withdrawn. As a row of its terminal.
  Optional<Row> counting(String serial) {
    return database
        .sql(
            """
            select 0 as id, terminal_id, county_group, key_hash, '' as code_hash, 'ISSUED' as state, serial
            from terminal_certificate where serial = :serial and withdrawn_at is null
            """)
        .param("serial", serial)
        .query(ROW)
        .optional();
  }

  int givenSince(String terminal, Instant since) {
    return database
        .sql(
            """
            select count(*) from terminal_certificate where terminal_id = :id and issued_at > :since
            """)
        .param("id", terminal)
        .param("since", at(since))
        .query(Integer.class)
        .single();
  }

  X509Certificate certificate(String serial) throws GeneralSecurityException {
    byte[] der =
        database
            .sql("select certificate from terminal_certificate where serial = :serial")
            .param("serial", serial)
            .query(byte[].class)
            .single();
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }

  /// Withdraws one certificate; says whose it was.
  Optional<String> withdraw(String serial, String who, Instant now) {
    return database
        .sql(
            """
            update terminal_certificate set withdrawn_at = :now, withdrawn_by = :who
            where serial = :serial and withdrawn_at is null returning terminal_id
            """)
        .param("now", at(now))
        .param("who", who)
        .param("serial", serial)
        .query(String.class)
        .optional();
  }

  /// Withdraws whatever a terminal has.
  int withdrawAll(String terminal, String who, Instant now) {
    return database
        .sql(
            """
            update terminal_certificate set withdrawn_at = :now, withdrawn_by = :who
            where terminal_id = :id and withdrawn_at is null and not_after > :now
            """)
        .param("now", at(now))
        .param("who", who)
        .param("id", terminal)
        .update();
  }

  List<Given> given(int limit, Instant now) {
    return database
        .sql(
            """
            select * from terminal_certificate where withdrawn_at is null and not_after > :now
            order by issued_at desc limit :limit
            """)
        .param("now", at(now))
        .param("limit", limit)
        .query((row, _) ->
            new Given(
                row.getString("serial"),
                row.getString("terminal_id"),
                row.getString("county_group"),
                time(row, "issued_at"),
                time(row, "not_after")))
        .list();
  }

  void happened(Instant now, String who, String what, String terminal, String detail) {
    database
        .sql(
            """
            insert into enrolment_event (at, who, what, terminal_id, detail)
            values (:now, :who, :what, :id, :detail)
            """)
        .param("now", at(now))
        .param("who", who)
        .param("what", what)
        .param("id", terminal)
        .param("detail", detail)
        .update();
  }

  List<Happening> history(int limit) {
    return database
        .sql("select * from enrolment_event order by id desc limit :limit")
        .param("limit", limit)
        .query((row, _) ->
            new Happening(
                time(row, "at"),
                row.getString("who"),
                row.getString("what"),
                row.getString("terminal_id"),
                row.getString("detail")))
        .list();
  }

  static String serial(X509Certificate certificate) {
    return certificate.getSerialNumber().toString(16);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
