package io.spanloom.processor.model;

import io.spanloom.annotations.OpenInference;
import java.util.Map;
import java.util.Set;

/** The keys that say where documents are and what each is made of, and where they may stand. */
public final class DocumentKeys {

  private static final Map<String, ParameterRole> MEMBERS =
      Map.of(
          OpenInference.DOCUMENT_ID, ParameterRole.DOCUMENT_ID,
          OpenInference.DOCUMENT_CONTENT, ParameterRole.DOCUMENT_CONTENT,
          OpenInference.DOCUMENT_SCORE, ParameterRole.DOCUMENT_SCORE,
          OpenInference.DOCUMENT_METADATA, ParameterRole.DOCUMENT_METADATA);

  private static final Set<String> LISTS =
      Set.of(
          OpenInference.RETRIEVAL_DOCUMENTS,
          OpenInference.RERANKER_INPUT_DOCUMENTS,
          OpenInference.RERANKER_OUTPUT_DOCUMENTS);

  private DocumentKeys() {}

  /** Whether the key says something of documents. */
  public static boolean describesDocuments(String key) {
    return isMember(key) || LISTS.contains(key);
  }

  /** Whether the key says what a document is made of. */
  public static boolean isMember(String key) {
    return MEMBERS.containsKey(key);
  }

  /** What a part of a document is captured as. */
  public static ParameterRole role(String key) {
    return MEMBERS.getOrDefault(key, ParameterRole.DOCUMENTS);
  }

  /** The key that says where a method's documents are; empty if it deals with none there. */
  public static String list(SpanRole role, boolean ofResult) {
    return switch (role) {
      case RETRIEVAL -> ofResult ? OpenInference.RETRIEVAL_DOCUMENTS : "";
      case RERANK ->
          ofResult
              ? OpenInference.RERANKER_OUTPUT_DOCUMENTS
              : OpenInference.RERANKER_INPUT_DOCUMENTS;
      default -> "";
    };
  }

  /** Whether the key may stand there. */
  public static boolean fits(String key, SpanRole role, boolean ofResult) {
    String list = list(role, ofResult);
    return !list.isEmpty() && (key.equals(list) || isMember(key));
  }
}
