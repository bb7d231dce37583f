package io.spanloom.processor.model;

import java.util.List;

/**
 * What documents are read off.
 *
 * @param type the type of each, as generated code writes it
 * @param typeText the type as the user wrote it
 * @param members what is read off it, as captures that start at a document; empty if nothing is
 *     known
 * @param lists the members of the result among which the compiler cannot tell which one holds the
 *     documents
 */
public record DocumentType(
    JavaType type, String typeText, List<Capture> members, List<String> lists) {

  public DocumentType {
    members = List.copyOf(members);
    lists = List.copyOf(lists);
  }

  /** Whether anything can be read off a document. */
  public boolean isReadable() {
    return !members.isEmpty();
  }
}
