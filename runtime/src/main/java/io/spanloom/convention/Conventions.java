package io.spanloom.convention;

import io.spanloom.content.ContentPolicy;
import io.spanloom.cost.Cost;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The conventions in force, written one after the other.
 *
 * <p>Each is written on its own: one that throws costs its own attributes, not the others'.
 */
public final class Conventions {

  private final List<Convention> conventions;
  private final Consumer<Throwable> failures;

  /**
   * Conventions to write.
   *
   * @param failures told of what a convention throws
   */
  public Conventions(List<Convention> conventions, Consumer<Throwable> failures) {
    this.conventions = List.copyOf(conventions);
    this.failures = failures;
  }

  /** The schema URL all conventions that have one agree on, or {@code null}. */
  public @Nullable String schemaUrl() {
    List<String> urls = new ArrayList<>();
    for (Convention convention : conventions) {
      if (convention.schemaUrl() != null) {
        urls.add(convention.schemaUrl());
      }
    }
    return urls.stream().distinct().count() == 1 ? Objects.requireNonNull(urls.get(0)) : null;
  }

  public void identity(Identity span, AttributeSink out) {
    each(convention -> convention.identity(span, out));
  }

  public void session(@Nullable String sessionId, @Nullable String userId, AttributeSink out) {
    each(convention -> convention.session(sessionId, userId, out));
  }

  public void toolCallId(String id, AttributeSink out) {
    each(convention -> convention.toolCallId(id, out));
  }

  public void request(LlmRequest request, ContentPolicy content, AttributeSink out) {
    each(convention -> convention.request(request, content, out));
  }

  public void response(LlmResponse response, ContentPolicy content, AttributeSink out) {
    each(convention -> convention.response(response, content, out));
  }

  public void cost(Cost cost, AttributeSink out) {
    each(convention -> convention.cost(cost, out));
  }

  public void input(Captured input, AttributeSink out) {
    each(convention -> convention.input(input, out));
  }

  public void toolArguments(Captured arguments, AttributeSink out) {
    each(convention -> convention.toolArguments(arguments, out));
  }

  public void output(SpanRole role, Captured output, AttributeSink out) {
    each(convention -> convention.output(role, output, out));
  }

  public void error(String type, AttributeSink out) {
    each(convention -> convention.error(type, out));
  }

  private void each(Consumer<Convention> write) {
    for (Convention convention : conventions) {
      try {
        write.accept(convention);
      } catch (Throwable failure) {
        failures.accept(failure);
      }
    }
  }
}
