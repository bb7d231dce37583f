package io.spanloom.benchmarks.call;

import io.spanloom.benchmarks.Contest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SameAttributesTest {

  private final Contest contest = Contest.withDefaults();

  @AfterEach
  void close() {
    contest.close();
  }

  @Test
  void toolCall() {
    HandWrittenTool handWritten = new HandWrittenTool(contest.openTelemetry());

    new WovenTool().search("call_1", "title", 10);
    handWritten.searchOnBuilder("call_1", "title", 10);
    handWritten.searchOnSpan("call_1", "title", 10);

    contest.assertSame(1);
  }

  @Test
  void toolThatAnswersLater() {
    HandWrittenFutureTool handWritten = new HandWrittenFutureTool(contest.openTelemetry());

    new WovenFutureTool().search("call_1", "title", 10).complete("title");
    handWritten.searchOnBuilder("call_1", "title", 10).complete("title");
    handWritten.searchOnSpan("call_1", "title", 10).complete("title");

    contest.assertSame(1);
  }

  @Test
  void workflow() {
    new WovenWorkflow().run("call_1", "title");
    new HandWrittenWorkflow(contest.openTelemetry(), true).run("call_1", "title");
    new HandWrittenWorkflow(contest.openTelemetry(), false).run("call_1", "title");

    contest.assertSame(50);
  }
}
