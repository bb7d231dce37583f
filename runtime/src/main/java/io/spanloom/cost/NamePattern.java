package io.spanloom.cost;

/**
 * Names of one model: a text that they begin with, end with, or have in them.
 *
 * <p>An asterisk behind the text stands for a snapshot's date or revision, never for more of a
 * name; one before it for a region or vendor such as {@code us.} or {@code publishers/x/}.
 *
 * @param text what the names have in common, in lower case
 * @param before whether something may stand before it
 * @param after whether something may follow
 */
record NamePattern(String text, boolean before, boolean after) {

  private static final String FINE_TUNED = "ft:";
  private static final String FINE_TUNED_ON_AZURE = ".ft-";

  static boolean isPattern(String text) {
    return text.startsWith("*") || text.endsWith("*");
  }

  static NamePattern of(String text) {
    boolean before = text.startsWith("*");
    boolean after = text.length() > 1 && text.endsWith("*");
    String literal = text.substring(before ? 1 : 0, text.length() - (after ? 1 : 0));
    return new NamePattern(literal, before, after);
  }

  /** Whether a model of that name, in lower case, is this one. */
  boolean matches(String name) {
    int at = before ? name.lastIndexOf(text) : name.startsWith(text) ? 0 : -1;
    if (at < 0 || (at > 0 && !endsAPart(name.charAt(at - 1)) && !endsAPart(text.charAt(0)))) {
      return false;
    }
    int end = at + text.length();
    return after ? isFollowed(name, end) : end == name.length();
  }

  /** Whether a name has the text where the pattern says, whatever goes on there. */
  boolean isIn(String name) {
    int at = before ? name.indexOf(text) : name.startsWith(text) ? 0 : -1;
    return at >= 0 && (after || name.endsWith(text));
  }

  private static boolean endsAPart(char character) {
    return character == '.' || character == '/';
  }

  /** A fine-tuned model's name goes on with its owner's own. */
  private boolean isFollowed(String name, int end) {
    if (text.endsWith(FINE_TUNED_ON_AZURE)) {
      return name.indexOf('-', end) < 0 && end < name.length();
    }
    int owner = text.startsWith(FINE_TUNED) ? name.indexOf(':', end) : -1;
    return SnapshotSuffix.follows(owner < 0 ? name : name.substring(0, owner), end);
  }
}
