package io.spanloom.testing;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import io.spanloom.SpanloomOptions;
import io.spanloom.content.ContentMode;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What assertions let pass and what they say of the rest. */
class TraceAssertTest {

  @RegisterExtension
  final SpanloomExtension openly =
      SpanloomExtension.with(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build());

  private final Library library = new Library();

  @Test
  void walksDownTheTree() {
    library.answer(Library.QUESTION);

    Trace trace = openly.trace();
    SpanAssert reasoning = assertThat(trace).hasRoot("invoke_agent librarian").child("reasoning");
    reasoning.hasChildren("chat m-1", "execute_tool search", "execute_tool search");
    reasoning
        .child("execute_tool search", 1)
        .hasToolCallId("call_2")
        .isLinkedTo("chat m-1")
        .hasAttribute("spanloom.output.length", 7)
        .hasNoAttribute("error.type")
        .hasNotFailed()
        .hasNoChildren();
    assertThat(trace).hasSpans("execute_tool search", 2).hasNoErrors().everyToolHasItsCallId();
    assertThat(trace).hasSpan("chat m-1").hasAttribute("gen_ai.usage.output_tokens", 9);
    assertThat(trace)
        .hasTree(
            """
            invoke_agent librarian
              reasoning
                chat m-1
                execute_tool search
                execute_tool search
            """);
  }

  @Test
  void saysWhatIsThereInstead() {
    library.answer(Library.QUESTION);
    Trace trace = openly.trace();
    SpanAssert root = assertThat(trace).hasRoot("invoke_agent librarian");

    fails(() -> assertThat(trace).hasRoot("chat m-1"), "[invoke_agent librarian]", "reasoning");
    fails(() -> root.child("planning"), "one child named <planning>", "[reasoning]");
    fails(() -> root.child("reasoning").child("execute_tool search"), "there are 2");
    fails(() -> root.child("reasoning").child("execute_tool search", 2), "there are 2");
    fails(() -> root.hasChildren("a", "b"), "[a, b]", "[reasoning]");
    fails(() -> root.hasAttribute("gen_ai.agent.name", "clerk"), "clerk", "<librarian>");
    fails(() -> root.hasAttribute("app.none", 1), "app.none", "not there", "gen_ai.agent.name");
    fails(() -> root.hasNoAttribute("gen_ai.agent.name"), "librarian");
    fails(() -> root.hasToolCallId("call_1"), "call_1", "null");
    fails(() -> root.isLinkedTo("chat m-1"), "[]");
    fails(() -> root.hasFailedWith(IllegalStateException.class), "has not");
    fails(() -> assertThat(trace).hasSpans("chat m-1", 2), "there are 1");
    fails(() -> assertThat(trace).hasTree("invoke_agent clerk\n"), "invoke_agent clerk");
  }

  @Test
  void failuresAreReportedByTypeAndSpan() {
    assertThatThrownBy(() -> library.search("call_1", "")).hasMessage("no title");

    assertThat(openly.trace())
        .hasRoot("execute_tool search")
        .hasFailedWith(IllegalArgumentException.class)
        .hasEvent("exception");
    fails(() -> assertThat(openly.trace()).hasNoErrors(), "execute_tool search failed: no title");
  }

  @Test
  void toolsWithoutAnIdAreNamed() {
    library.browse("b");

    fails(
        () -> assertThat(openly.trace()).everyToolHasItsCallId(), "execute_tool browse has no id");
  }

  @Test
  void contentIsFoundWhereverItIs() {
    library.answer(Library.QUESTION);

    fails(
        () -> assertThat(openly.trace()).hasNoContent(),
        "invoke_agent librarian: input.value = Who wrote Walden?",
        "execute_tool search: gen_ai.tool.call.arguments = {\"title\":\"Walden\"}");
    fails(
        () -> assertThat(openly.trace()).doesNotMention("Thoreau"),
        "execute_tool search, output.value: Thoreau");
    assertThat(openly.trace()).doesNotMention("Emerson");
  }

  @Test
  void severalTracesAreNotOne() {
    library.browse("a");
    library.browse("b");

    assertThatThrownBy(openly::trace)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("there are 2:\nexecute_tool browse\n\nexecute_tool browse");
    openly.recorded().clear();
    assertThatThrownBy(openly::trace).hasMessageContaining("no span has ended");
  }

  @Test
  void aParentElsewhereMakesARoot() {
    Span remote =
        Span.wrap(
            SpanContext.createFromRemoteParent(
                "0af7651916cd43dd8448eb211c80319c",
                "b7ad6b7169203331",
                TraceFlags.getSampled(),
                TraceState.getDefault()));
    try (Scope scope = remote.makeCurrent()) {
      Assertions.assertThat(scope).isNotNull();
      library.browse("a");
    }

    assertThat(openly.trace()).hasRoot("execute_tool browse");
  }

  private static void fails(ThrowingCallable assertion, String... message) {
    assertThatThrownBy(assertion)
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(message);
  }
}
