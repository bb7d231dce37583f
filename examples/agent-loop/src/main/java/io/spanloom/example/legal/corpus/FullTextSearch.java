package io.spanloom.example.legal.corpus;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Searches one table through H2's full-text index and ranks what it finds.
 *
 * <p>H2's own search wants every word and scores every row alike. So each term is looked up by
 * itself, a row scores the rarity of the terms it has (inverse document frequency), and a row that
 * shares only one term with a longer query does not count as found.
 */
final class FullTextSearch {

  private static final int ENOUGH_TERMS_FOR_CHANCE_HITS = 3;

  private final DataSource connections;
  private final String rowsWithTerm;
  private final String countRows;

  FullTextSearch(DataSource connections, String table, String nameColumn, String textColumn) {
    this.connections = connections;
    this.rowsWithTerm =
        "SELECT t.citation, t.%s AS name, t.%s AS text FROM FT_SEARCH_DATA(?, 0, 0) f JOIN %s t ON t.id = f.\"KEYS\"[1] WHERE f.\"TABLE\" = '%s'"
            .formatted(nameColumn, textColumn, table, table);
    this.countRows = "SELECT COUNT(*) FROM " + table;
  }

  List<Hit> search(String query, int limit) {
    List<String> terms = Terms.of(query);
    try (Connection connection = connections.getConnection()) {
      Map<String, Match> matches = new HashMap<>();
      int rows = count(connection);
      for (String term : terms) {
        List<Match> found = rowsWith(connection, term);
        double rarity = Math.log(1 + (double) rows / Math.max(1, found.size()));
        found.forEach(match -> matches.merge(match.citation, match.scored(rarity), Match::plus));
      }
      return best(matches, terms.size() >= ENOUGH_TERMS_FOR_CHANCE_HITS ? 2 : 1, limit);
    } catch (SQLException failure) {
      throw new DatabaseException("Cannot search", failure);
    }
  }

  private int count(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(countRows);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  private List<Match> rowsWith(Connection connection, String term) throws SQLException {
    List<Match> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(rowsWithTerm)) {
      statement.setString(1, term);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(
              new Match(
                  row.getString("citation"), row.getString("name"), row.getString("text"), 1, 0));
        }
      }
    }
    return found;
  }

  private static List<Hit> best(Map<String, Match> matches, int fewestTerms, int limit) {
    return matches.values().stream()
        .filter(match -> match.terms >= fewestTerms)
        .sorted(Comparator.comparingDouble(Match::score).reversed().thenComparing(Match::citation))
        .limit(limit)
        .map(match -> new Hit(match.citation, match.name, match.text, rounded(match.score)))
        .toList();
  }

  private static double rounded(double score) {
    return Math.round(score * 100) / 100.0;
  }

  /** A row and what it has scored so far. */
  private record Match(String citation, String name, String text, int terms, double score) {

    Match scored(double rarity) {
      return new Match(citation, name, text, terms, rarity);
    }

    Match plus(Match other) {
      return new Match(citation, name, text, terms + other.terms, score + other.score);
    }
  }
}
