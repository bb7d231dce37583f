package io.spanloom.internal.documents;

import io.spanloom.internal.content.JdkTypes;
import io.spanloom.internal.llm.Adapters;
import io.spanloom.retrieval.Document;
import io.spanloom.retrieval.DocumentAdapter;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents off what a call was given or gave back: by the reader that the compiler made for
 * the program's own type, by an adapter, and off texts and maps as they are.
 *
 * <p>Lists, arrays and maps of the JDK are looked through, for they hold what they have in memory;
 * of others, no more is asked than their size.
 */
public final class DocumentReading {

  private static final int MAX_DEPTH = 3;

  private final Adapters adapters;
  private final @Nullable DocumentReader<Object> reader;
  private final boolean readerWins;
  private final DocumentList into;

  /**
   * A reading of one value.
   *
   * @param reader made by the compiler; {@code null} for none
   * @param readerWins whether the program says what it reads, rather than the members' names
   */
  @SuppressWarnings("unchecked") // generated together with what it reads
  public DocumentReading(
      Adapters adapters,
      @Nullable DocumentReader<?> reader,
      boolean readerWins,
      DocumentList into) {
    this.adapters = adapters;
    this.reader = (DocumentReader<Object>) reader;
    this.readerWins = readerWins;
    this.into = into;
  }

  /** Reads a call's value; whether it is, or holds, documents. */
  public boolean readAll(@Nullable Object value) {
    Object shown = JdkTypes.unwrapped(value);
    if (shown == null) {
      return value != null;
    }
    return container(shown, 0) || object(shown);
  }

  private boolean container(Object value, int depth) {
    if (value instanceof Map<?, ?> map) {
      map(map);
      return true;
    }
    if (value instanceof Collection<?> collection) {
      collection(collection, depth);
      return true;
    }
    if (value instanceof Object[] array) {
      elements(Arrays.asList(array), depth);
      return true;
    }
    if (value.getClass().isArray()) {
      into.addUnread(Array.getLength(value));
      return true;
    }
    return false;
  }

  private void map(Map<?, ?> map) {
    if (JdkTypes.isContainer(map)) {
      entries(map);
    } else {
      into.addUnread(map.size());
    }
  }

  private void collection(Collection<?> collection, int depth) {
    if (JdkTypes.isContainer(collection)) {
      elements(collection, depth);
    } else if (!byAdapter(collection)) {
      into.addUnread(collection.size());
    }
  }

  private void elements(Collection<?> collection, int depth) {
    Iterator<?> elements = collection.iterator();
    long seen = 0;
    while (into.wantsMore() && elements.hasNext()) {
      seen++;
      element(elements.next(), depth + 1);
    }
    into.addUnread(Math.max(0, collection.size() - seen));
  }

  private void element(@Nullable Object element, int depth) {
    Object shown = JdkTypes.unwrapped(element);
    if (shown == null) {
      into.add(null);
    } else if (reader == null && shown instanceof Map<?, ?> map && JdkTypes.isContainer(map)) {
      into.add(MappedDocument.of(map));
    } else if (depth >= MAX_DEPTH || !container(shown, depth)) {
      if (!object(shown)) {
        into.add(shown instanceof CharSequence text ? ofText(text) : null);
      }
    }
  }

  /** A map from ids to documents, texts or scores, or from documents to scores. */
  private void entries(Map<?, ?> map) {
    long seen = 0;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!into.wantsMore()) {
        break;
      }
      seen++;
      into.add(entry(entry.getKey(), entry.getValue()));
    }
    into.addUnread(Math.max(0, map.size() - seen));
  }

  private @Nullable Document entry(@Nullable Object key, @Nullable Object value) {
    Double score = value instanceof Number number ? Double.valueOf(number.doubleValue()) : null;
    String id = MappedDocument.text(key);
    Document read = one(score == null ? value : key);
    if (read == null && score == null && value instanceof CharSequence text) {
      read = ofText(text);
    }
    if (read == null) {
      return id == null ? null : new Document(id, null, score, Map.of());
    }
    return new Document(
        read.id() == null ? id : read.id(),
        read.content(),
        read.score() == null ? score : read.score(),
        read.metadata());
  }

  private boolean object(Object value) {
    if (!readerWins && byAdapter(value)) {
      return true;
    }
    if (reader != null) {
      DocumentFields fields = new DocumentFields();
      reader.read(fields, value);
      into.readOffObjects();
      into.add(fields.document());
      return true;
    }
    if (value instanceof Document document) {
      into.readOffObjects();
      into.add(document);
      return true;
    }
    return byAdapter(value);
  }

  private boolean byAdapter(Object value) {
    List<Document> documents = adapted(value);
    if (documents == null) {
      return false;
    }
    into.readOffObjects();
    documents.forEach(into::add);
    return true;
  }

  /** The document that a key or value of a map stands for, if it does. */
  private @Nullable Document one(@Nullable Object value) {
    if (value == null || value instanceof CharSequence) {
      return null;
    }
    if (value instanceof Map<?, ?> map && JdkTypes.isContainer(map)) {
      return MappedDocument.of(map);
    }
    DocumentList single = new DocumentList(1, 0);
    boolean read = new DocumentReading(adapters, reader, readerWins, single).object(value);
    into.readOffObjects();
    return read && !single.shown().isEmpty() ? single.shown().get(0) : null;
  }

  private @Nullable List<Document> adapted(Object value) {
    DocumentAdapter<?> adapter = adapters.forDocument(value.getClass());
    return adapter == null ? null : read(adapter, value);
  }

  @SuppressWarnings("unchecked") // the adapter was found by the value's class
  private static <T> List<Document> read(DocumentAdapter<T> adapter, Object value) {
    return adapter.documents((T) value);
  }

  private static Document ofText(CharSequence text) {
    return new Document(null, text.toString(), null, Map.of());
  }
}
