package io.spanloom.internal.documents;

import io.spanloom.retrieval.Document;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of documents: the first ones, what the others are known by, and how many there are. */
public final class DocumentList {

  private final int maxShown;
  private final int maxIdentities;
  private final List<Document> shown = new ArrayList<>();
  private final List<Object> identities = new ArrayList<>();
  private long count;
  private boolean ofObjects;

  /**
   * An empty list.
   *
   * @param maxShown how many documents are kept
   * @param maxIdentities of how many it is kept what they are known by
   */
  public DocumentList(int maxShown, int maxIdentities) {
    this.maxShown = maxShown;
    this.maxIdentities = maxIdentities;
  }

  /** A document; {@code null} for something that none can be read off. */
  public void add(@Nullable Document document) {
    count++;
    if (document == null) {
      return;
    }
    if (shown.size() < maxShown) {
      shown.add(document);
    }
    Object name = name(document);
    if (name != null && identities.size() < maxIdentities) {
      identities.add(name);
    }
  }

  /** Documents that are not looked at. */
  void addUnread(long more) {
    count += more;
  }

  /** The documents are objects, of which JSON shows no more than is read here. */
  void readOffObjects() {
    ofObjects = true;
  }

  boolean isOfObjects() {
    return ofObjects;
  }

  /** Whether another document would be looked at. */
  boolean wantsMore() {
    return count < Math.max(maxShown, maxIdentities);
  }

  /** The first documents. */
  public List<Document> shown() {
    return shown;
  }

  /** How many documents there are. */
  public long count() {
    return count;
  }

  /** How many of them are not shown. */
  public long dropped() {
    return count - shown.size();
  }

  /** The places, from 1, that the first documents have in another list; 0 for none. */
  List<Long> placesIn(DocumentList other) {
    List<Long> places = new ArrayList<>();
    for (Document document : shown) {
      Object name = name(document);
      places.add(name == null ? 0L : other.identities.indexOf(name) + 1L);
    }
    return places;
  }

  /** What a document is the same by: its id, or else what it says. */
  private static @Nullable Object name(Document document) {
    return document.id() != null ? document.id() : document.content();
  }
}
