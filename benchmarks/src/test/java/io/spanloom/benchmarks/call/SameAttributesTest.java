package io.spanloom.benchmarks.call;

import io.spanloom.benchmarks.Contest;
import io.spanloom.testing.SpanloomExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SameAttributesTest {

  @RegisterExtension final SpanloomExtension spanloom = SpanloomExtension.create();

  @Test
  void toolCall() {
    HandWrittenTool handWritten = new HandWrittenTool(spanloom.openTelemetry());

    new WovenTool().search("call_1", "title", 10);
    handWritten.searchOnBuilder("call_1", "title", 10);
    handWritten.searchOnSpan("call_1", "title", 10);

    Contest.assertSame(1, spanloom);
  }

  @Test
  void toolThatAnswersLater() {
    HandWrittenFutureTool handWritten = new HandWrittenFutureTool(spanloom.openTelemetry());

    new WovenFutureTool().search("call_1", "title", 10).complete("title");
    handWritten.searchOnBuilder("call_1", "title", 10).complete("title");
    handWritten.searchOnSpan("call_1", "title", 10).complete("title");

    Contest.assertSame(1, spanloom);
  }

  @Test
  void workflow() {
    new WovenWorkflow().run("call_1", "title");
    new HandWrittenWorkflow(spanloom.openTelemetry(), true).run("call_1", "title");
    new HandWrittenWorkflow(spanloom.openTelemetry(), false).run("call_1", "title");

    Contest.assertSame(50, spanloom);
  }
}
