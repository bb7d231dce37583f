package io.spanloom.testing;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.LinkData;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on a span and those below it. Each says the whole tree when it fails. */
public final class SpanAssert extends AbstractAssert<SpanAssert, TracedSpan> {

  private final Trace trace;

  SpanAssert(TracedSpan actual, Trace trace) {
    super(actual, SpanAssert.class);
    this.trace = trace;
    as("%s in\n%s", actual.name(), trace.tree());
  }

  /** The only span of that name directly below this one. */
  public SpanAssert child(String name) {
    List<TracedSpan> found = children(name);
    if (found.size() != 1) {
      failWithMessage(
          "Expected one child named <%s>, but there are %s among %s",
          name, found.size(), actual.children().stream().map(TracedSpan::name).toList());
    }
    return new SpanAssert(found.get(0), trace);
  }

  /** One of several spans of a name directly below this one, counted from 0 by their starts. */
  public SpanAssert child(String name, int index) {
    List<TracedSpan> found = children(name);
    if (index < 0 || index >= found.size()) {
      failWithMessage(
          "Expected a child <%s> number %s, but there are %s among %s",
          name, index, found.size(), actual.children().stream().map(TracedSpan::name).toList());
    }
    return new SpanAssert(found.get(index), trace);
  }

  /** The only span of that name anywhere below this one. */
  public SpanAssert descendant(String name) {
    List<TracedSpan> found =
        actual.children().stream()
            .flatMap(TracedSpan::all)
            .filter(span -> span.name().equals(name))
            .toList();
    if (found.size() != 1) {
      failWithMessage("Expected one span named <%s> below, but there are %s", name, found.size());
    }
    return new SpanAssert(found.get(0), trace);
  }

  /** The names of the spans directly below, in any order, are these. */
  public SpanAssert hasChildren(String... names) {
    List<String> expected = Arrays.stream(names).sorted().toList();
    List<String> found = actual.children().stream().map(TracedSpan::name).sorted().toList();
    if (!found.equals(expected)) {
      failWithMessage("Expected children\n  %s\nbut there are\n  %s", expected, found);
    }
    return this;
  }

  /** There is no span below. */
  public SpanAssert hasNoChildren() {
    return hasChildren();
  }

  /** Checks a child and comes back to this span. */
  public SpanAssert child(String name, Consumer<SpanAssert> check) {
    check.accept(child(name));
    return this;
  }

  /** The span has the attribute with that value; whole numbers are {@link Long}. */
  public SpanAssert hasAttribute(String key, Object value) {
    Object found = actual.attributes().get(key);
    Object expected = value instanceof Integer number ? Long.valueOf(number) : value;
    if (!Objects.equals(found, expected)) {
      failWithMessage(
          found == null
              ? "Expected attribute <%s> to be <%s>, but it is not there: %4$s"
              : "Expected attribute <%s> to be <%s>, but it is <%s>",
          key,
          expected,
          found,
          actual.attributes().keySet());
    }
    return this;
  }

  /** The span has the attribute, whatever its value. */
  public SpanAssert hasAttribute(String key) {
    if (!actual.attributes().containsKey(key)) {
      failWithMessage(
          "Expected attribute <%s>, but there are %s", key, actual.attributes().keySet());
    }
    return this;
  }

  /** The span does not have the attribute. */
  public SpanAssert hasNoAttribute(String key) {
    Object found = actual.attributes().get(key);
    if (found != null) {
      failWithMessage("Expected no attribute <%s>, but it is <%s>", key, found);
    }
    return this;
  }

  /** The span has an event of that name. */
  public SpanAssert hasEvent(String name) {
    List<String> found = actual.data().getEvents().stream().map(event -> event.getName()).toList();
    if (!found.contains(name)) {
      failWithMessage("Expected an event <%s>, but there are %s", name, found);
    }
    return this;
  }

  /** The span has failed with this {@code error.type}. */
  public SpanAssert hasFailedWith(String errorType) {
    if (actual.data().getStatus().getStatusCode() != StatusCode.ERROR) {
      failWithMessage("Expected the span to have failed, but it has not");
    }
    return hasAttribute("error.type", errorType);
  }

  /** The span has failed with this exception. */
  public SpanAssert hasFailedWith(Class<? extends Throwable> exception) {
    String name = exception.getCanonicalName();
    return hasFailedWith(name == null ? exception.getName() : name);
  }

  /** The span has not failed. */
  public SpanAssert hasNotFailed() {
    if (actual.data().getStatus().getStatusCode() == StatusCode.ERROR) {
      failWithMessage(
          "Expected the span not to have failed, but its status is <%s>",
          actual.data().getStatus().getDescription());
    }
    return this;
  }

  /** The tool executed the call with that id. */
  public SpanAssert hasToolCallId(String id) {
    @Nullable String found = actual.toolCallId();
    if (!id.equals(found)) {
      failWithMessage("Expected tool call id <%s>, but it is <%s>", id, found);
    }
    return this;
  }

  /**
   * The span links to the span of that name in the same trace, as a tool does to its model call.
   */
  public SpanAssert isLinkedTo(String name) {
    Set<String> linked =
        actual.data().getLinks().stream()
            .map(LinkData::getSpanContext)
            .map(context -> context.getSpanId())
            .collect(Collectors.toSet());
    List<String> names =
        trace
            .spans()
            .filter(span -> linked.contains(span.data().getSpanId()))
            .map(TracedSpan::name)
            .toList();
    if (!names.contains(name)) {
      failWithMessage("Expected a link to <%s>, but the links are to %s", name, names);
    }
    return this;
  }

  private List<TracedSpan> children(String name) {
    return actual.children().stream().filter(child -> child.name().equals(name)).toList();
  }
}
