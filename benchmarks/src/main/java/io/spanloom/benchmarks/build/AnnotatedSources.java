package io.spanloom.benchmarks.build;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** Sources as a user might write them: classes of ten tools, with a few lines of code in each. */
final class AnnotatedSources {

  private static final int METHODS_IN_CLASS = 10;

  private AnnotatedSources() {}

  static List<JavaFileObject> of(int methods) {
    List<JavaFileObject> sources = new ArrayList<>();
    for (int i = 0; i < methods / METHODS_IN_CLASS; i++) {
      sources.add(new Source("Tools" + i, classText("Tools" + i)));
    }
    return sources;
  }

  private static String classText(String name) {
    StringBuilder text = new StringBuilder();
    text.append("package com.acme.tools;\n\nimport io.spanloom.annotations.Attribute;\n");
    text.append(
        "import io.spanloom.annotations.Tool;\nimport io.spanloom.annotations.ToolCallId;\n");
    text.append("import java.util.ArrayList;\nimport java.util.List;\n\n");
    text.append("/** Tools. */\npublic class ").append(name).append(" {\n");
    text.append("  /** A hit. */\n  public record Hit(String title, double score) {}\n");
    for (int i = 0; i < METHODS_IN_CLASS; i++) {
      text.append(methodText(i));
    }
    return text.append("}\n").toString();
  }

  private static String methodText(int number) {
    return """

          /**
           * Searches the library.
           *
           * @param query the words to look for
           * @param limit how many hits at most
           */
          @Tool
          @Attribute(key = "app.search.hits", path = "size()")
          public List<Hit> search%d(@ToolCallId String callId, String query, int limit) {
            List<Hit> hits = new ArrayList<>();
            for (String word : query.split(" ")) {
              if (hits.size() < limit && !word.isBlank()) {
                hits.add(new Hit(word.strip(), 1.0 / word.length()));
              }
            }
            hits.removeIf(hit -> hit.score() < 0.01);
            return hits;
          }
        """
        .formatted(number);
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String className, String text) {
      super(URI.create("memory:///com/acme/tools/" + className + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
