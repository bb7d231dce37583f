package io.spanloom.processor.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a build says with {@code -Aspanloom.…}.
 *
 * @param toolAnnotations the annotations of other libraries that make a method a tool, sorted
 * @param warnings whether warnings are printed
 */
public record CompilerOptions(List<String> toolAnnotations, boolean warnings) {

  /** What the names of all options start with. */
  public static final String PREFIX = "spanloom.";

  /** Further annotations that make a method a tool, or {@link #NONE}. */
  public static final String TOOL_ANNOTATIONS = PREFIX + "toolAnnotations";

  /** {@code on} or {@code off}. */
  public static final String WARNINGS = PREFIX + "warnings";

  public static final List<String> NAMES = List.of(TOOL_ANNOTATIONS, WARNINGS);

  /** Stands for no annotations of other libraries, not even those known without being named. */
  public static final String NONE = "none";

  private static final Set<String> KNOWN_TOOL_ANNOTATIONS =
      Set.of("dev.langchain4j.agent.tool.Tool", "org.springframework.ai.tool.annotation.Tool");

  public CompilerOptions {
    toolAnnotations = toolAnnotations.stream().sorted().distinct().toList();
  }

  /** What the options say; whatever is not understood counts as not said. */
  public static CompilerOptions of(Map<String, String> options) {
    List<String> named = names(options);
    Set<String> toolAnnotations = new TreeSet<>();
    if (!named.equals(List.of(NONE))) {
      toolAnnotations.addAll(KNOWN_TOOL_ANNOTATIONS);
      toolAnnotations.addAll(named);
    }
    return new CompilerOptions(List.copyOf(toolAnnotations), !"off".equals(options.get(WARNINGS)));
  }

  /** Whether exactly the annotations count that are known without being named. */
  public boolean hasKnownToolAnnotations() {
    return KNOWN_TOOL_ANNOTATIONS.equals(Set.copyOf(toolAnnotations));
  }

  /** The annotations that the options name, as written. */
  public static List<String> names(Map<String, String> options) {
    String written = options.get(TOOL_ANNOTATIONS);
    return written == null
        ? List.of()
        : Arrays.stream(written.split(","))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList();
  }
}
