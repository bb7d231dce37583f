package io.spanloom.benchmarks.call;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.Spans;

/** The tool without annotations, traced by the API for what they cannot reach. */
final class CodeTool {

  private static final AttributeKey<String> FIELD = stringKey("app.search.field");
  private static final AttributeKey<Long> LIMIT = longKey("app.search.limit");

  String search(String callId, String field, int limit) {
    return Spans.tool("search")
        .description("Searches the library.")
        .schema(WovenTool_Tools.SEARCH_SCHEMA)
        .callId(callId)
        .setAttribute(FIELD, field)
        .setAttribute(LIMIT, (long) limit)
        .call(() -> field);
  }
}
