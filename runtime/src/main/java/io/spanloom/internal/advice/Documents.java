package io.spanloom.internal.advice;

import io.spanloom.internal.documents.CallDocuments;
import io.spanloom.internal.documents.DocumentReader;
import org.jspecify.annotations.Nullable;

/** What generated code tells of the documents that retrievals and rerankings deal with. */
public final class Documents {

  private Documents() {}

  /** Documents that a reranking is given, of types that adapters understand. */
  public static void given(Frame frame, @Nullable Object value) {
    CallDocuments.give(frame, value, null, false);
  }

  /**
   * Documents that a reranking is given, told before its body runs: it may sort them in place. The
   * first value that holds documents is it.
   *
   * @param reader reads those that no adapter understands, by the names of their members
   */
  public static <D> void given(Frame frame, @Nullable Object value, DocumentReader<D> reader) {
    CallDocuments.give(frame, value, reader, false);
  }

  /** As {@link #given(Frame, Object, DocumentReader)}, read as the program says. */
  public static <D> void givenAs(Frame frame, @Nullable Object value, DocumentReader<D> reader) {
    CallDocuments.give(frame, value, reader, true);
  }

  /** Documents that a call has found, of types that adapters understand. */
  public static void found(Frame frame, @Nullable Object value) {
    CallDocuments.find(frame, value, null, false);
  }

  /**
   * Documents that a call has found; of a stream, told for each piece.
   *
   * @param reader reads those that no adapter understands, by the names of their members
   */
  public static <D> void found(Frame frame, @Nullable Object value, DocumentReader<D> reader) {
    CallDocuments.find(frame, value, reader, false);
  }

  /** As {@link #found(Frame, Object, DocumentReader)}, read as the program says. */
  public static <D> void foundAs(Frame frame, @Nullable Object value, DocumentReader<D> reader) {
    CallDocuments.find(frame, value, reader, true);
  }
}
