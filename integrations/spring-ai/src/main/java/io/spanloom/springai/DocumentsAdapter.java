package io.spanloom.springai;

import com.google.auto.service.AutoService;
import io.spanloom.retrieval.Document;
import io.spanloom.retrieval.DocumentAdapter;
import java.util.List;

/** Reads documents as vector stores find and rankers order them. */
@AutoService(DocumentAdapter.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class DocumentsAdapter
    implements DocumentAdapter<org.springframework.ai.document.Document> {

  @Override
  public Class<org.springframework.ai.document.Document> type() {
    return org.springframework.ai.document.Document.class;
  }

  @Override
  public List<Document> documents(org.springframework.ai.document.Document found) {
    return List.of(
        new Document(found.getId(), found.getText(), found.getScore(), found.getMetadata()));
  }
}
