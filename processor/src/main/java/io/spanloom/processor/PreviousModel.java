package io.spanloom.processor;

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
 * keeps what it says about the others.
 */
final class PreviousModel {

  private final Filer filer;
  private final Elements elements;
  private final Set<String> compiled = new HashSet<>();

  PreviousModel(Filer filer, Elements elements) {
    this.filer = filer;
    this.elements = elements;
  }

  /** Notes the classes of a round: what was said about them is said anew. */
  void compiled(RoundEnvironment round) {
    for (Element root : round.getRootElements()) {
      if (root instanceof TypeElement type) {
        compiled.add(elements.getBinaryName(type).toString());
      }
    }
  }

  /** The entries of a model file that still hold; null if there is no such file. */
  @Nullable List<ModelEntry> stillTrue(String model) {
    byte[] json = read(model);
    if (json == null) {
      return null;
    }
    return ModelEntryReader.read(new String(json, StandardCharsets.UTF_8)).stream()
        .filter(entry -> !isCompiled(entry.className()))
        .filter(entry -> exists(entry.className()) && exists(entry.aspect()))
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
