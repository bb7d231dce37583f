package io.spanloom.internal.convention;

import io.spanloom.internal.content.ContentPart;

/** Where documents stand in the call that deals with them. */
public enum DocumentPlace {
  /** What a retrieval found. */
  RETRIEVED(SpanRole.RETRIEVAL, ContentPart.OUTPUT),
  /** What a reranking was given, in the order it was given. */
  BEFORE_RERANK(SpanRole.RERANK, ContentPart.INPUT),
  /** What a reranking gave back, best first. */
  AFTER_RERANK(SpanRole.RERANK, ContentPart.OUTPUT);

  private final SpanRole role;
  private final ContentPart part;

  DocumentPlace(SpanRole role, ContentPart part) {
    this.role = role;
    this.part = part;
  }

  /** The spans such documents stand on. */
  public SpanRole role() {
    return role;
  }

  /** What part of content the documents are. */
  public ContentPart part() {
    return part;
  }
}
