package io.spanloom.processor;

import io.spanloom.processor.model.ClassId;
import io.spanloom.processor.model.CompilerOptions;
import io.spanloom.processor.model.TracedClass;
import io.spanloom.processor.write.AspectWriter;
import io.spanloom.processor.write.ModelEntry;
import io.spanloom.processor.write.SpanModelWriter;
import io.spanloom.processor.write.ToolConstantsWriter;
import io.spanloom.processor.write.WeavingFileWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** The files of one compilation, each tied to the elements it comes from. */
final class GeneratedFiles {

  private static final String MODEL = "META-INF/spanloom/span-model.json";
  private static final String WEAVING = "META-INF/aop-ajc.xml";

  private final Filer filer;
  private final Failures failures;
  private final PreviousModel previous;
  private final CompilerOptions options;
  private final Map<String, Traced> classes = new TreeMap<>();

  GeneratedFiles(Filer filer, Failures failures, PreviousModel previous, CompilerOptions options) {
    this.filer = filer;
    this.failures = failures;
    this.previous = previous;
    this.options = options;
  }

  private record Traced(TracedClass model, TypeElement element) {}

  /** Writes a class's aspect and tool constants, and remembers the class for the model. */
  void writeSources(TracedClass model, TypeElement element) {
    String tools = ToolConstantsWriter.write(model);
    boolean written =
        writeSource(model.name().aspect(), AspectWriter.write(model), element)
            && (tools == null || writeSource(model.name().tools(), tools, element));
    if (written) {
      classes.put(model.name().binaryName(), new Traced(model, element));
    }
  }

  /** Where kapt has run before, what it generated is among the sources of this compilation. */
  private boolean writeSource(ClassId name, String source, TypeElement element) {
    if (previous.isGenerated(name, element)) {
      return true;
    }
    try {
      JavaFileObject file = filer.createSourceFile(name.canonicalName(), element);
      try (Writer writer = file.openWriter()) {
        writer.write(source);
      }
      return true;
    } catch (FilerException taken) {
      failures.nameTaken(element, name.canonicalName());
    } catch (IOException failure) {
      failures.report(element, failure);
    }
    return false;
  }

  /**
   * Writes what describes all classes together: those compiled now, and those whose description by
   * an earlier compilation still holds.
   */
  void writeModel() {
    failures.guard(this::writeAll);
  }

  private void writeAll() {
    List<ModelEntry> kept = previous.stillTrue(MODEL);
    if (classes.isEmpty() && kept == null && options.hasKnownToolAnnotations()) {
      return;
    }
    List<ModelEntry> entries = new ArrayList<>(kept == null ? List.of() : kept);
    classes.values().forEach(type -> entries.addAll(SpanModelWriter.entries(type.model())));
    writeResource(MODEL, SpanModelWriter.write(entries, options));
    writeResource(WEAVING, WeavingFileWriter.write(entries));
  }

  private void writeResource(String name, String text) {
    Element[] origins = classes.values().stream().map(Traced::element).toArray(TypeElement[]::new);
    try {
      FileObject file = filer.createResource(StandardLocation.CLASS_OUTPUT, "", name, origins);
      try (var stream = file.openOutputStream()) {
        stream.write(text.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot write " + name, failure);
    }
  }
}
