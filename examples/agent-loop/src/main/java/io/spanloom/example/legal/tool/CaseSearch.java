package io.spanloom.example.legal.tool;

import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.ToolCallId;
import io.spanloom.example.legal.corpus.LegalDatabase;

/** Searches the cases. */
public final class CaseSearch implements ResearchTool {

  private static final int MOST_RESULTS = 10;

  private final LegalDatabase database;

  /** A search of one database. */
  public CaseSearch(LegalDatabase database) {
    this.database = database;
  }

  @Override
  public ToolDescription description() {
    return ToolDescription.of(
        CaseSearch_Tools.CASE_SEARCH_NAME,
        CaseSearch_Tools.CASE_SEARCH_DESCRIPTION,
        CaseSearch_Tools.CASE_SEARCH_SCHEMA);
  }

  @Override
  public SearchResult call(String callId, ToolArguments arguments) throws ToolException {
    return search(callId, arguments.text("query"), arguments.integer("limit", 1, MOST_RESULTS));
  }

  /**
   * Finds cases whose facts and holdings match the words of a query.
   *
   * @param query the words to look for
   * @param limit how many cases at most, 1 to 10
   */
  @Tool(value = "case_search", type = "datastore")
  @Attribute(key = "app.search.hits", path = "count()")
  SearchResult search(
      @ToolCallId String callId, String query, @Attribute(key = "app.search.limit") int limit) {
    return new SearchResult(database.searchCases(query, limit));
  }
}
