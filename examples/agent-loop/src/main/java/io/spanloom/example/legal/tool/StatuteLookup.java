package io.spanloom.example.legal.tool;

import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.ToolCallId;
import io.spanloom.example.legal.corpus.LegalDatabase;

/** Searches the statutes. */
public final class StatuteLookup implements ResearchTool {

  private static final int MOST_RESULTS = 10;

  private final LegalDatabase database;

  /** A search of one database. */
  public StatuteLookup(LegalDatabase database) {
    this.database = database;
  }

  @Override
  public ToolDescription description() {
    return ToolDescription.of(
        StatuteLookup_Tools.STATUTE_LOOKUP_NAME,
        StatuteLookup_Tools.STATUTE_LOOKUP_DESCRIPTION,
        StatuteLookup_Tools.STATUTE_LOOKUP_SCHEMA);
  }

  @Override
  public SearchResult call(String callId, ToolArguments arguments) throws ToolException {
    return lookUp(callId, arguments.text("query"), arguments.integer("limit", 1, MOST_RESULTS));
  }

  /**
   * Finds sections of the code that match the words of a query.
   *
   * @param query the words to look for
   * @param limit how many sections at most, 1 to 10
   */
  @Tool(value = "statute_lookup", type = "datastore")
  @Attribute(key = "app.search.hits", path = "count()")
  SearchResult lookUp(
      @ToolCallId String callId, String query, @Attribute(key = "app.search.limit") int limit) {
    return new SearchResult(database.searchStatutes(query, limit));
  }
}
