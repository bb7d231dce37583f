package io.spanloom.example.rag.document;

/**
 * A part of a document, short enough to be compared as a whole.
 *
 * @param id the document's path and the passage's number in it
 * @param source the document's path in the repository
 * @param heading the headings above it, outermost first
 * @param text its Markdown
 */
public record Passage(String id, String source, String heading, String text) {

  /** What is searched: a passage says little without the headings that it is under. */
  public String searchable() {
    return heading + "\n" + text;
  }
}
