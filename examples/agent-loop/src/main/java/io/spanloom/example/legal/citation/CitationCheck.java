package io.spanloom.example.legal.citation;

import java.util.Locale;

/**
 * What the service says of one citation.
 *
 * @param name the parties or the title; empty when the citation is not known
 * @param detail why it may not be relied on; empty when it may
 */
public record CitationCheck(String citation, Status status, String name, String detail) {

  /** Whether a citation may be relied on. */
  public enum Status {
    /** It exists and is good law. */
    VALID,
    /** It exists and has been overruled. */
    OVERRULED,
    /** It has the form of a citation, and nothing has it. */
    UNKNOWN,
    /** It does not have the form of a citation. */
    MALFORMED;

    /** The word used in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
