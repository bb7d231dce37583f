package io.spanloom.processor.read;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/**
 * Reads another library's annotation of a tool by convention: {@code name} is the tool's name,
 * {@code description} says what it does, and {@code value} is whichever of the two has no member of
 * its own, first of all the name. LangChain4j's and Spring AI's keep to it.
 */
final class ForeignTool {

  /** How LangChain4j joins the lines of a description for the model. */
  private static final String LINE_FEED = "\n";

  private ForeignTool() {}

  /** The tool's name; empty where the annotation leaves it to the method. */
  static String name(AnnotationMirror tool) {
    return text(tool, "name");
  }

  /** What the tool does; empty where the annotation does not say. */
  static String description(AnnotationMirror tool) {
    return text(tool, "description");
  }

  private static String text(AnnotationMirror tool, String member) {
    String written = ForeignAnnotations.text(tool, member, LINE_FEED);
    return written.isBlank() && meaningOfValue(tool).equals(member)
        ? ForeignAnnotations.text(tool, "value", LINE_FEED)
        : written;
  }

  private static String meaningOfValue(AnnotationMirror tool) {
    return declares(tool, "name") && !declares(tool, "description") ? "description" : "name";
  }

  private static boolean declares(AnnotationMirror tool, String member) {
    for (Element declared : tool.getAnnotationType().asElement().getEnclosedElements()) {
      if (declared.getSimpleName().contentEquals(member)) {
        return true;
      }
    }
    return false;
  }
}
