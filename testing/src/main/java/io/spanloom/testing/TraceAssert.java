package io.spanloom.testing;

import static java.util.stream.Collectors.joining;

import io.opentelemetry.api.trace.StatusCode;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** Assertions on a trace. Each says the whole tree when it fails. */
public final class TraceAssert extends AbstractAssert<TraceAssert, Trace> {

  TraceAssert(Trace actual) {
    super(actual, TraceAssert.class);
  }

  /** The only root, of that name. */
  public SpanAssert hasRoot(String name) {
    isNotNull();
    List<String> names = actual.roots().stream().map(TracedSpan::name).toList();
    if (!names.equals(List.of(name))) {
      failWithMessage("Expected one root, <%s>, but there are %s:\n%s", name, names, tree());
    }
    return new SpanAssert(actual.roots().get(0), actual);
  }

  /** The only span of that name, wherever it is. */
  public SpanAssert hasSpan(String name) {
    isNotNull();
    List<TracedSpan> found = actual.spans().filter(span -> span.name().equals(name)).toList();
    if (found.size() != 1) {
      failWithMessage(
          "Expected one span named <%s>, but there are %s:\n%s", name, found.size(), tree());
    }
    return new SpanAssert(found.get(0), actual);
  }

  /** There are that many spans of that name. */
  public TraceAssert hasSpans(String name, int count) {
    isNotNull();
    long found = actual.spans().filter(span -> span.name().equals(name)).count();
    if (found != count) {
      failWithMessage(
          "Expected %s spans named <%s>, but there are %s:\n%s", count, name, found, tree());
    }
    return this;
  }

  /** The trace has this tree, in the form of {@link Trace#tree}. */
  public TraceAssert hasTree(String expected) {
    isNotNull();
    if (!tree().equals(expected)) {
      failWithActualExpectedAndMessage(
          tree(), expected, "Expected the tree\n%s\nbut it is\n%s", expected, tree());
    }
    return this;
  }

  /** No span has failed. */
  public TraceAssert hasNoErrors() {
    isNotNull();
    return noneOf(
        actual
            .spans()
            .filter(span -> span.data().getStatus().getStatusCode() == StatusCode.ERROR)
            .map(span -> span.name() + " failed: " + span.data().getStatus().getDescription())
            .toList(),
        "Expected no span to have failed");
  }

  /** Every tool span has the id the provider issued for its call. */
  public TraceAssert everyToolHasItsCallId() {
    isNotNull();
    return noneOf(
        actual
            .spans()
            .filter(span -> span.isTool() && span.toolCallId() == null)
            .map(span -> span.name() + " has no id")
            .toList(),
        "Expected every tool to have its call id");
  }

  /**
   * No attribute or event holds content: messages, prompts, arguments, results, documents. What is
   * masked as {@code __REDACTED__} is none.
   */
  public TraceAssert hasNoContent() {
    isNotNull();
    return noneOf(
        actual.spans().flatMap(CapturedContent::in).toList(), "Expected no content to be recorded");
  }

  /** The text stands nowhere: in no name, attribute, event, status or link. */
  public TraceAssert doesNotMention(String text) {
    isNotNull();
    return noneOf(
        actual.spans().flatMap(span -> Mentions.of(text, span)).toList(),
        "Expected <" + text + "> to be mentioned nowhere");
  }

  /**
   * Every span is one the module's blueprint has, below a span it may be below. The blueprint is
   * {@code target/spanloom/model.json}, which the goal {@code spanloom:model} writes.
   */
  public TraceAssert conformsToBlueprint() {
    return conformsToBlueprint(Path.of("target", "spanloom", "model.json"));
  }

  /**
   * As {@link #conformsToBlueprint()}, with the blueprint at that path. Spans that others than
   * Spanloom made are looked through.
   */
  public TraceAssert conformsToBlueprint(Path modelJson) {
    isNotNull();
    return noneOf(
        BlueprintFile.read(modelJson).contradictions(actual),
        "Expected the trace to conform to the blueprint " + modelJson);
  }

  /**
   * The trace equals the one that is kept in a text file, in its tree, attributes, events and
   * links, with ids, times and ports left out.
   *
   * <p>Run with {@code -Dsnapshots.update=true} to write the file; it is refused where the variable
   * {@code CI} is set.
   *
   * @param file such as {@code src/test/resources/snapshots/answer.txt}
   */
  public TraceAssert matchesSnapshot(Path file) {
    isNotNull();
    Snapshot snapshot = new Snapshot(file);
    String text = SnapshotText.of(actual);
    if (snapshot.isToBeWritten()) {
      snapshot.write(text);
      return this;
    }
    String expected = snapshot.read();
    if (!text.equals(expected)) {
      failWithActualExpectedAndMessage(
          text,
          expected,
          "Expected the trace in %s (run with -D%s=true to accept the new one)\n%s\nbut it is\n%s",
          file,
          Snapshot.UPDATE,
          expected,
          text);
    }
    return this;
  }

  private TraceAssert noneOf(List<String> offenders, String rule) {
    if (!offenders.isEmpty()) {
      failWithMessage(
          "%s, but\n%s\nin\n%s",
          rule, offenders.stream().map(each -> "  " + each).collect(joining("\n")), tree());
    }
    return this;
  }

  private String tree() {
    return actual.tree();
  }
}
