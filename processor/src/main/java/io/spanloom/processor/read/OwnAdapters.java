package io.spanloom.processor.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.tools.JavaFileManager.Location;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Adapters of the user's own for models' responses, as far as the compiler sees them: those that a
 * file for services among the compiled classes names, or the first such file of the class path.
 */
final class OwnAdapters {

  /** Each kind of adapter, and which of its type arguments is the type it reads. */
  private static final Map<String, Integer> RESPONSES =
      Map.of("io.spanloom.llm.LlmAdapter", 1, "io.spanloom.llm.LlmStreamAdapter", 0);

  private final Filer filer;
  private final Compiler compiler;
  private final Hierarchy hierarchy;
  private @Nullable List<String> read;

  OwnAdapters(Filer filer, Compiler compiler) {
    this.filer = filer;
    this.compiler = compiler;
    this.hierarchy = new Hierarchy(compiler.types());
  }

  /** Whether one of them reads a response of the type. */
  boolean read(TypeMirror response) {
    List<String> types = read;
    if (types == null) {
      types = typesRead();
      read = types;
    }
    return types.stream().anyMatch(type -> hierarchy.isSubtype(response, type));
  }

  private List<String> typesRead() {
    List<String> types = new ArrayList<>();
    RESPONSES.forEach(
        (service, argument) -> {
          for (String adapter : providers(service)) {
            TypeElement type = compiler.elements().getTypeElement(adapter.replace('$', '.'));
            DeclaredType implemented = type == null ? null : hierarchy.find(type.asType(), service);
            if (implemented != null && implemented.getTypeArguments().size() > argument) {
              types.add(Hierarchy.name(implemented.getTypeArguments().get(argument)));
            }
          }
        });
    return types;
  }

  private List<String> providers(String service) {
    List<String> names = new ArrayList<>();
    for (Location location : List.of(StandardLocation.CLASS_OUTPUT, StandardLocation.CLASS_PATH)) {
      text(location, "META-INF/services/" + service)
          .lines()
          .map(line -> line.replaceFirst("#.*", "").trim())
          .filter(line -> !line.isEmpty())
          .forEach(names::add);
    }
    return names;
  }

  /** Compilers differ in how they say that there is no such file. */
  private String text(Location location, String file) {
    try (InputStream stream = filer.getResource(location, "", file).openInputStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException | RuntimeException absent) {
      return "";
    }
  }
}
