package io.spanloom.example.legal.corpus;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.h2.fulltext.FullText;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;

/** The corpus in an embedded H2 database, in memory, with a full-text index on each table. */
public final class LegalDatabase implements AutoCloseable {

  private static final String FIND =
      """
      SELECT citation, name, topic, holding AS text, overruled_by FROM cases WHERE citation = ?
      UNION ALL
      SELECT citation, title, topic, text, '' FROM statutes WHERE citation = ?
      """;

  private final JdbcConnectionPool connections;
  private final FullTextSearch cases;
  private final FullTextSearch statutes;

  private LegalDatabase(JdbcConnectionPool connections) {
    this.connections = connections;
    this.cases = new FullTextSearch(connections, "CASES", "name", "holding");
    this.statutes = new FullTextSearch(connections, "STATUTES", "title", "text");
  }

  /** Creates a database of its own and loads the bundled corpus. */
  public static LegalDatabase open() throws IOException {
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    JdbcConnectionPool connections = JdbcConnectionPool.create(url, "sa", "");
    try (Connection connection = connections.getConnection()) {
      new CorpusLoader(connection).load(Corpus.bundled());
    } catch (SQLException failure) {
      throw new DatabaseException("Cannot load the corpus", failure);
    }
    return new LegalDatabase(connections);
  }

  /** The cases that fit the words of a query best, best first. */
  public List<Hit> searchCases(String query, int limit) {
    return cases.search(query, limit);
  }

  /** The statutes that fit the words of a query best, best first. */
  public List<Hit> searchStatutes(String query, int limit) {
    return statutes.search(query, limit);
  }

  /** The case or statute with exactly this citation; null when there is none. */
  public @Nullable Authority find(String citation) {
    try (Connection connection = connections.getConnection();
        PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setString(1, citation);
      statement.setString(2, citation);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? authority(row) : null;
      }
    } catch (SQLException failure) {
      throw new DatabaseException("Cannot look up a citation", failure);
    }
  }

  @Override
  public void close() {
    try (Connection connection = connections.getConnection()) {
      FullText.dropAll(connection);
      try (PreparedStatement shutdown = connection.prepareStatement("SHUTDOWN")) {
        shutdown.execute();
      }
    } catch (SQLException failure) {
      throw new DatabaseException("Cannot close the database", failure);
    } finally {
      connections.dispose();
    }
  }

  private static Authority authority(ResultSet row) throws SQLException {
    return new Authority(
        row.getString("citation"),
        row.getString("name"),
        row.getString("topic"),
        row.getString("text"),
        row.getString("overruled_by"));
  }
}
