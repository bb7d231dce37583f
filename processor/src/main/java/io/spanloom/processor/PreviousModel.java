package io.spanloom.processor;

import io.spanloom.processor.model.ClassId;
import io.spanloom.processor.write.ModelEntry;
import io.spanloom.processor.write.ModelEntryReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * What earlier compilations left behind: when a build tool compiles only some sources, the model
 * keeps what it says about the others. In a Kotlin build kapt runs before the compilers do; then
 * this compilation is the one that compiles the aspects which kapt had generated.
 */
final class PreviousModel {

  private final Filer filer;
  private final Elements elements;
  private final Set<String> compiled = new HashSet<>();
  private final Set<String> sources = new HashSet<>();

  PreviousModel(Filer filer, Elements elements) {
    this.filer = filer;
    this.elements = elements;
  }

  /** Notes the classes of a round: what was said about them is said anew. */
  void compiled(RoundEnvironment round) {
    boolean first = compiled.isEmpty();
    for (Element root : round.getRootElements()) {
      if (root instanceof TypeElement type) {
        compiled.add(elements.getBinaryName(type).toString());
      }
    }
    if (first) {
      sources.addAll(compiled);
    }
  }

  /** Whether the compiler was given a source that this processor had generated for a class. */
  boolean isGenerated(ClassId name, TypeElement origin) {
    TypeElement source = elements.getTypeElement(name.canonicalName());
    return source != null
        && isSource(elements.getBinaryName(source).toString())
        && isMarked(source, origin.getQualifiedName().toString());
  }

  /** Reads {@code @Generated}, as the sources that we generate carry it. */
  private static boolean isMarked(TypeElement source, String origin) {
    return source.getAnnotationMirrors().stream()
        .map(mark -> mark.getElementValues().values().toString())
        .anyMatch(
            values ->
                values.contains('"' + SpanloomProcessor.class.getName() + '"')
                    && (values.contains("from " + origin + " in ")
                        || values.contains("from " + origin + '"')));
  }

  private boolean isSource(String className) {
    return sources.contains(className);
  }

  /** The entries of a model file that still hold; null if there is no such file. */
  @Nullable List<ModelEntry> stillTrue(String model) {
    byte[] json = read(model);
    if (json == null) {
      return null;
    }
    return ModelEntryReader.read(new String(json, StandardCharsets.UTF_8)).stream()
        .filter(entry -> !isCompiled(entry.className()))
        .filter(entry -> exists(entry.className()))
        .filter(entry -> exists(entry.aspect()) || isSource(entry.aspect()))
        .toList();
  }

  private boolean isCompiled(String className) {
    return compiled.contains(className)
        || compiled.stream().anyMatch(outer -> className.startsWith(outer + "$"));
  }

  private boolean exists(String className) {
    return read(className.replace('.', '/') + ".class") != null;
  }

  /** A file of the class output. Compilers differ in how they say that there is none. */
  private byte @Nullable [] read(String path) {
    try (InputStream stream =
        filer.getResource(StandardLocation.CLASS_OUTPUT, "", path).openInputStream()) {
      return stream.readAllBytes();
    } catch (IOException | RuntimeException absent) {
      return null;
    }
  }
}
