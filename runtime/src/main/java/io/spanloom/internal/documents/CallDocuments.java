package io.spanloom.internal.documents;

import static io.opentelemetry.api.common.AttributeKey.longArrayKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.internal.call.Call;
import io.spanloom.internal.call.CallAttributes;
import io.spanloom.internal.call.ContentWriter;
import io.spanloom.internal.call.Outputs;
import io.spanloom.internal.call.ResultReader;
import io.spanloom.internal.content.ContentPart;
import io.spanloom.internal.content.ContentPolicy;
import io.spanloom.internal.content.JdkTypes;
import io.spanloom.internal.convention.Captured;
import io.spanloom.internal.convention.DocumentJson;
import io.spanloom.internal.convention.DocumentPlace;
import io.spanloom.internal.convention.SpanProperty;
import io.spanloom.internal.convention.SpanRole;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The documents that a retrieval finds, and those that a reranking puts in order. */
public final class CallDocuments {

  private static final AttributeKey<Long> INPUT_COUNT = longKey("spanloom.input.count");
  private static final AttributeKey<Long> DROPPED = longKey("spanloom.documents.dropped");
  private static final AttributeKey<List<Long>> RANKS_BEFORE =
      longArrayKey("spanloom.rerank.ranks_before");

  /** To find a document's place in a longer list is not worth what it takes. */
  private static final int MAX_RANKS = 1000;

  private @Nullable DocumentList given;
  private @Nullable DocumentList found;

  /** Whether the reader that the compiler made has been asked for what was found. */
  private boolean foundByReader;

  /** Whether the program itself says what is read. */
  private boolean chosenByProgram;

  private CallDocuments() {}

  /** The documents that a call deals with. */
  private static CallDocuments of(Call call) {
    CallDocuments documents = (CallDocuments) call.roleState();
    if (documents == null) {
      documents = new CallDocuments();
      call.setRoleState(documents);
    }
    return documents;
  }

  /**
   * Takes documents that a reranking is given; the first value that holds documents is it.
   *
   * @param reader reads those that no adapter understands; {@code null} for none
   * @param readerWins whether the program says what it reads, rather than the members' names
   */
  public static void give(
      Call call, @Nullable Object value, @Nullable DocumentReader<?> reader, boolean readerWins) {
    try {
      if (value != null && call.isRecording() && of(call).given == null) {
        of(call).read(call, value, reader, readerWins);
      }
    } catch (Throwable failure) {
      call.tracingFailed(failure);
    }
  }

  /** Takes documents that a call has found; of a stream, piece by piece. */
  public static void find(
      Call call, @Nullable Object value, @Nullable DocumentReader<?> reader, boolean readerWins) {
    if (value != null && call.isRecording()) {
      CallDocuments documents = of(call);
      documents.foundByReader = true;
      documents.chosenByProgram = readerWins;
      documents.collect(call, value, reader, readerWins);
    }
  }

  /**
   * What was declared as a stream of documents, and is a list of them.
   *
   * @param reader what reads attributes off each piece
   */
  public static void foundInMemory(Call call, Object result, ResultReader<?> reader) {
    if (!(result instanceof Collection<?> collection) || !JdkTypes.isContainer(result)) {
      return;
    }
    for (Object each : collection) {
      DocumentList found = of(call).found;
      if (found != null && !found.wantsMore()) {
        break;
      }
      if (each != null) {
        CallAttributes.readResult(call, each, reader);
      }
    }
    DocumentList found = of(call).found;
    if (found != null) {
      found.addUnread(Math.max(0, collection.size() - found.count()));
    }
  }

  /** A piece of a streamed result. */
  public static void chunk(Call call, Object chunk) {
    CallDocuments documents = of(call);
    if (!documents.foundByReader) {
      documents.collect(call, chunk, null, false);
    }
  }

  /** Records what a call found. */
  public static void end(Call call) {
    CallDocuments documents = of(call);
    Object result =
        call.outcome().isStreamed() ? null : call.result(); // the pieces are told already
    if (result != null && (documents.found == null || documents.isAdapted(call, result))) {
      documents.found = null;
      documents.collect(call, result, null, false);
    }
    documents.write(call);
  }

  /** The found documents as what a call gave back, where the result itself would not show them. */
  public static @Nullable Captured output(Call call, ContentPolicy content) {
    DocumentList found =
        call.roleState() instanceof CallDocuments documents ? documents.found : null;
    if (found == null || !found.isOfObjects()) {
      return null;
    }
    String json =
        content.hides(ContentPart.OUTPUT)
            ? ContentPolicy.MASK
            : DocumentJson.of(found.shown(), ContentPart.OUTPUT, content);
    return json == null ? null : new Captured(json, true);
  }

  /** An adapter for the whole result is asked rather than the members' names. */
  private boolean isAdapted(Call call, Object result) {
    return !chosenByProgram && call.tracing().adapters().forDocument(result.getClass()) != null;
  }

  private void read(
      Call call, Object value, @Nullable DocumentReader<?> reader, boolean readerWins) {
    DocumentList list = list(call, MAX_RANKS);
    if (new DocumentReading(call.tracing().adapters(), reader, readerWins, list).readAll(value)) {
      given = list;
      call.writer().put(INPUT_COUNT, list.count());
      write(call, DocumentPlace.BEFORE_RERANK, list);
    }
  }

  private void collect(
      Call call, Object value, @Nullable DocumentReader<?> reader, boolean readerWins) {
    DocumentList list = found == null ? list(call, 0) : found;
    try {
      new DocumentReading(call.tracing().adapters(), reader, readerWins, list).readAll(value);
    } catch (Throwable failure) {
      call.tracingFailed(failure); // what was read so far is shown
    }
    if (list.count() > 0 || JdkTypes.isContainer(value)) {
      found = list;
    }
  }

  private static DocumentList list(Call call, int maxIdentities) {
    return new DocumentList(call.tracing().retrieval().maxDocuments(), maxIdentities);
  }

  private void write(Call call) {
    DocumentList list = found;
    if (list == null) {
      return;
    }
    call.writer().put(Outputs.COUNT, list.count());
    boolean retrieval = call.spec().spanRole() == SpanRole.RETRIEVAL;
    if (!call.captures().has(SpanProperty.DOCUMENTS)) {
      write(call, retrieval ? DocumentPlace.RETRIEVED : DocumentPlace.AFTER_RERANK, list);
    }
    long dropped = list.dropped() + (given == null ? 0 : given.dropped());
    call.writer().put(DROPPED, dropped == 0 ? null : Long.valueOf(dropped));
    if (given != null && !list.shown().isEmpty()) {
      call.writer().put(RANKS_BEFORE, list.placesIn(given));
    }
  }

  private static void write(Call call, DocumentPlace place, DocumentList list) {
    ContentWriter.each(call, out -> out.documents(place, list.shown()));
  }
}
