package io.spanloom.example.legal.corpus;

/**
 * A case or a statute.
 *
 * @param name the parties of a case, the title of a statute
 * @param text what it says: a case's holding, a statute's wording
 * @param overruledBy the citation of the case that overruled this one; empty while it is good law
 */
public record Authority(
    String citation, String name, String topic, String text, String overruledBy) {

  /** Whether it may still be relied on. */
  public boolean goodLaw() {
    return overruledBy.isEmpty();
  }
}
