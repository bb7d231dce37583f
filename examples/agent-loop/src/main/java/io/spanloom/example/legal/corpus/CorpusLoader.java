package io.spanloom.example.legal.corpus;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.fulltext.FullText;

/** Creates the tables, fills them and has H2 index them. */
final class CorpusLoader {

  private final Connection connection;

  CorpusLoader(Connection connection) {
    this.connection = connection;
  }

  void load(Corpus corpus) throws SQLException {
    createTables();
    for (Corpus.Case aCase : corpus.cases()) {
      insert(aCase);
    }
    for (Corpus.Statute statute : corpus.statutes()) {
      insert(statute);
    }
    FullText.init(connection);
    FullText.createIndex(connection, "PUBLIC", "CASES", "TERMS");
    FullText.createIndex(connection, "PUBLIC", "STATUTES", "TERMS");
  }

  /** The column {@code terms} holds what is searched: H2's full-text index does not stem words. */
  private void createTables() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE cases (
            id INT AUTO_INCREMENT PRIMARY KEY, citation VARCHAR UNIQUE NOT NULL,
            name VARCHAR NOT NULL, decided INT NOT NULL, topic VARCHAR NOT NULL,
            holding VARCHAR NOT NULL, overruled_by VARCHAR NOT NULL, terms VARCHAR NOT NULL)
          """);
      statement.execute(
          """
          CREATE TABLE statutes (
            id INT AUTO_INCREMENT PRIMARY KEY, citation VARCHAR UNIQUE NOT NULL,
            title VARCHAR NOT NULL, topic VARCHAR NOT NULL, text VARCHAR NOT NULL,
            terms VARCHAR NOT NULL)
          """);
    }
  }

  private void insert(Corpus.Case aCase) throws SQLException {
    String searched = String.join(" ", aCase.name(), aCase.topic(), aCase.facts(), aCase.holding());
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO cases (citation, name, decided, topic, holding, overruled_by, terms)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, aCase.citation());
      insert.setString(2, aCase.name() + " (" + aCase.year() + ")");
      insert.setInt(3, aCase.year());
      insert.setString(4, aCase.topic());
      insert.setString(5, aCase.holding());
      insert.setString(6, aCase.overruledBy() == null ? "" : aCase.overruledBy());
      insert.setString(7, String.join(" ", Terms.of(searched)));
      insert.executeUpdate();
    }
  }

  private void insert(Corpus.Statute statute) throws SQLException {
    String searched = String.join(" ", statute.title(), statute.topic(), statute.text());
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO statutes (citation, title, topic, text, terms) VALUES (?, ?, ?, ?, ?)")) {
      insert.setString(1, statute.citation());
      insert.setString(2, statute.title());
      insert.setString(3, statute.topic());
      insert.setString(4, statute.text());
      insert.setString(5, String.join(" ", Terms.of(searched)));
      insert.executeUpdate();
    }
  }
}
