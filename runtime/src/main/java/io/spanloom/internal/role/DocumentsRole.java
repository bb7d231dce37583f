package io.spanloom.internal.role;

import io.spanloom.internal.call.Call;
import io.spanloom.internal.call.CallPlan;
import io.spanloom.internal.call.CallRole;
import io.spanloom.internal.call.ContentWriter;
import io.spanloom.internal.call.Inputs;
import io.spanloom.internal.call.ResultReader;
import io.spanloom.internal.capture.Captures;
import io.spanloom.internal.content.ContentPart;
import io.spanloom.internal.convention.Captured;
import io.spanloom.internal.convention.SpanProperty;
import io.spanloom.internal.convention.SpanRole;
import io.spanloom.internal.documents.CallDocuments;
import org.jspecify.annotations.Nullable;

/** Retrievals and rerankings: they deal with documents. */
final class DocumentsRole extends CallRole {

  DocumentsRole(SpanRole spanRole) {
    super(spanRole);
  }

  @Override
  public void plan(CallPlan.Builder plan) {
    plan.contentAtStart(call -> ContentWriter.each(call, DocumentsRole::input))
        .atEnd(CallDocuments::end)
        .contentAtEnd(DocumentsRole::output);
  }

  @Override
  public boolean takeChunk(Call call, Object chunk) {
    if (call.isRecording()) {
      CallDocuments.chunk(call, chunk);
    }
    return false;
  }

  @Override
  public void readInMemory(Call call, @Nullable Object result, @Nullable ResultReader<?> reader) {
    if (result != null && reader != null) {
      CallDocuments.foundInMemory(call, result, reader);
    }
  }

  private static void input(ContentWriter content) {
    if (!content.isAllowed()) {
      return;
    }
    query(content);
    Captures captures = content.call().captures();
    boolean queryIsInput =
        content.call().spec().spanRole() == SpanRole.RETRIEVAL && captures.has(SpanProperty.QUERY);
    if (!queryIsInput) { // the conventions have the query under a key of the input's
      content.input(Inputs.ofCall(content));
    }
  }

  /** Where a convention has it under the key of the input, the whole input comes after it. */
  private static void query(ContentWriter content) {
    Captures captures = content.call().captures();
    String name = content.call().spec().query();
    Object query = name == null ? null : captures.inputs().named(name);
    if (query instanceof String text && !captures.has(SpanProperty.QUERY)) {
      content.query(content.text(ContentPart.INPUT, ContentPart.INPUT, text));
    }
  }

  /** The documents stand for a result, whether it may be looked at or not. */
  private static void output(Call call) {
    if (!call.outcome().hasResult()) {
      return;
    }
    ContentWriter.each(
        call,
        content -> {
          Captured documents =
              content.isAllowed() ? CallDocuments.output(call, content.policy()) : null;
          Object result = call.result();
          if (documents != null) {
            content.output(documents);
          } else if (result != null) {
            content.result(result);
          }
        });
  }
}
