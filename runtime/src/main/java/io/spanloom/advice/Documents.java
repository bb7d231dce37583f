package io.spanloom.advice;

import static io.opentelemetry.api.common.AttributeKey.longArrayKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.content.ContentPart;
import io.spanloom.content.ContentPolicy;
import io.spanloom.content.JdkTypes;
import io.spanloom.convention.Captured;
import io.spanloom.convention.DocumentJson;
import io.spanloom.convention.DocumentPlace;
import io.spanloom.convention.Fact;
import io.spanloom.convention.SpanRole;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The documents that a retrieval finds, and those that a reranking puts in order. */
public final class Documents {

  private static final AttributeKey<Long> INPUT_COUNT = longKey("spanloom.input.count");
  private static final AttributeKey<Long> DROPPED = longKey("spanloom.documents.dropped");
  private static final AttributeKey<List<Long>> RANKS_BEFORE =
      longArrayKey("spanloom.rerank.ranks_before");

  /** To find a document's place in a longer list is not worth what it takes. */
  private static final int MAX_RANKS = 1000;

  private @Nullable DocumentList given;
  private @Nullable DocumentList found;

  /** Whether the reader that the compiler made has been asked for what was found. */
  private boolean told;

  /** Whether the program itself says what is read. */
  private boolean toldByProgram;

  Documents() {}

  /** Documents that a reranking is given, of types that adapters understand. */
  public static void given(Frame frame, @Nullable Object value) {
    give(frame, value, null, false);
  }

  /**
   * Documents that a reranking is given, told before its body runs: it may sort them in place. The
   * first value that holds documents is it.
   *
   * @param reader reads those that no adapter understands, by the names of their members
   */
  public static <D> void given(Frame frame, @Nullable Object value, DocumentReader<D> reader) {
    give(frame, value, reader, false);
  }

  /** As {@link #given(Frame, Object, DocumentReader)}, read as the program says. */
  public static <D> void givenAs(Frame frame, @Nullable Object value, DocumentReader<D> reader) {
    give(frame, value, reader, true);
  }

  /** Documents that a call has found, of types that adapters understand. */
  public static void found(Frame frame, @Nullable Object value) {
    find(frame, value, null, false);
  }

  /**
   * Documents that a call has found; of a stream, told for each piece.
   *
   * @param reader reads those that no adapter understands, by the names of their members
   */
  public static <D> void found(Frame frame, @Nullable Object value, DocumentReader<D> reader) {
    find(frame, value, reader, false);
  }

  /** As {@link #found(Frame, Object, DocumentReader)}, read as the program says. */
  public static <D> void foundAs(Frame frame, @Nullable Object value, DocumentReader<D> reader) {
    find(frame, value, reader, true);
  }

  private static void give(
      Frame frame, @Nullable Object value, @Nullable DocumentReader<?> reader, boolean readerWins) {
    try {
      if (value != null && frame.isRecording() && frame.documents().given == null) {
        frame.documents().read(frame, value, reader, readerWins);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
  }

  private static void find(
      Frame frame, @Nullable Object value, @Nullable DocumentReader<?> reader, boolean readerWins) {
    if (value != null && frame.isRecording()) {
      Documents documents = frame.documents();
      documents.told = true;
      documents.toldByProgram = readerWins;
      documents.collect(frame, value, reader, readerWins);
    }
  }

  /**
   * What was declared as a stream of documents, and is a list of them.
   *
   * @param capture what each piece would have been told by
   */
  static void foundInMemory(
      Frame frame, @Nullable Object result, @Nullable ResultCapture<?> capture) {
    if (capture == null
        || !isFor(frame.spec().role())
        || !frame.isRecording()
        || !(result instanceof Collection<?> collection)
        || !JdkTypes.isContainer(result)) {
      return;
    }
    for (Object each : collection) {
      DocumentList found = frame.documents().found;
      if (found != null && !found.wantsMore()) {
        break;
      }
      if (each != null) {
        SpanEnd.captureResult(frame, each, capture);
      }
    }
    DocumentList found = frame.documents().found;
    if (found != null) {
      found.addUnread(Math.max(0, collection.size() - found.count()));
    }
  }

  /** Whether spans of the role have documents. */
  static boolean isFor(SpanRole role) {
    return role == SpanRole.RETRIEVAL || role == SpanRole.RERANK;
  }

  /** A piece of a streamed result. */
  static void chunk(Frame frame, Object chunk) {
    if (isFor(frame.spec().role()) && frame.isRecording() && !frame.documents().told) {
      frame.documents().collect(frame, chunk, null, false);
    }
  }

  /**
   * Records what a call found.
   *
   * @param result the result, or {@code null} if it must not be looked at or is told already
   */
  static void end(Frame frame, @Nullable Object result) {
    if (!isFor(frame.spec().role())) {
      return;
    }
    Documents documents = frame.documents();
    if (result != null && (documents.found == null || documents.isAdapted(frame, result))) {
      documents.found = null;
      documents.collect(frame, result, null, false);
    }
    documents.write(frame);
  }

  /** The found documents as what a call gave back, where the result itself would not show them. */
  static @Nullable Captured output(Frame frame, ContentPolicy content) {
    Documents documents = frame.documentsOrNull();
    DocumentList found = documents == null ? null : documents.found;
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
  private boolean isAdapted(Frame frame, Object result) {
    return !toldByProgram && frame.tracing().adapters().forDocument(result.getClass()) != null;
  }

  private void read(
      Frame frame, Object value, @Nullable DocumentReader<?> reader, boolean readerWins) {
    DocumentList list = list(frame, MAX_RANKS);
    if (new DocumentReading(frame.tracing().adapters(), reader, readerWins, list).readAll(value)) {
      given = list;
      frame.writer().put(INPUT_COUNT, list.count());
      write(frame, DocumentPlace.BEFORE_RERANK, list);
    }
  }

  private void collect(
      Frame frame, Object value, @Nullable DocumentReader<?> reader, boolean readerWins) {
    DocumentList list = found == null ? list(frame, 0) : found;
    try {
      new DocumentReading(frame.tracing().adapters(), reader, readerWins, list).readAll(value);
    } catch (Throwable failure) {
      frame.captureFailed(failure); // what was read so far is shown
    }
    if (list.count() > 0 || JdkTypes.isContainer(value)) {
      found = list;
    }
  }

  private static DocumentList list(Frame frame, int maxKnown) {
    return new DocumentList(frame.tracing().retrieval().maxDocuments(), maxKnown);
  }

  private void write(Frame frame) {
    DocumentList list = found;
    if (list == null) {
      return;
    }
    frame.writer().put(SpanEnd.OUTPUT_COUNT, list.count());
    boolean retrieval = frame.spec().role() == SpanRole.RETRIEVAL;
    if (!frame.captures().tells(Fact.DOCUMENTS)) {
      write(frame, retrieval ? DocumentPlace.RETRIEVED : DocumentPlace.AFTER_RERANK, list);
    }
    long dropped = list.dropped() + (given == null ? 0 : given.dropped());
    frame.writer().put(DROPPED, dropped == 0 ? null : Long.valueOf(dropped));
    if (given != null && !list.shown().isEmpty()) {
      frame.writer().put(RANKS_BEFORE, list.placesIn(given));
    }
  }

  private static void write(Frame frame, DocumentPlace place, DocumentList list) {
    CallContent.documents(frame, place, list.shown());
  }
}
