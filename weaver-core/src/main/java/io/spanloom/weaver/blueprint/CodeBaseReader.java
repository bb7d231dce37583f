package io.spanloom.weaver.blueprint;

import io.spanloom.weaver.blueprint.ClassFacts.MethodFacts;
import io.spanloom.weaver.blueprint.CodeBase.ArtifactModel;
import io.spanloom.weaver.blueprint.Reference.FunctionObject;
import io.spanloom.weaver.file.BoundedFile;
import io.spanloom.weaver.file.TooLargeException;
import io.spanloom.weaver.model.SpanDefinition;
import io.spanloom.weaver.model.SpanModel;
import io.spanloom.weaver.model.SpanModelException;
import io.spanloom.weaver.model.SpanModelReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;

/** Decides which code is followed, and reads it. */
final class CodeBaseReader {

  private static final int CLASS_CONSTANT = 7;

  private final BlueprintRequest request;
  private final List<ArtifactModel> models = new ArrayList<>();
  private final Map<String, ClassFacts> classes = new TreeMap<>();
  private final Map<String, String> artifacts = new HashMap<>();
  private final Map<String, ClassFacts> libraryTypes = new HashMap<>();
  private final Set<String> aspects = new HashSet<>();
  private final List<String> gaps = new ArrayList<>();

  private CodeBaseReader(BlueprintRequest request) {
    this.request = request;
  }

  static CodeBase read(BlueprintRequest request) throws SpanModelException {
    CodeBaseReader reader = new CodeBaseReader(request);
    reader.read();
    return new CodeBase(
        request.artifact(),
        reader.models,
        reader.classes,
        reader.artifacts,
        reader.libraryTypes,
        reader.gaps);
  }

  private void read() throws SpanModelException {
    Map<Path, String> followed = new LinkedHashMap<>();
    followed.put(request.classesDirectory(), request.artifact());
    readOwnModel();
    Map<Path, String> others = new LinkedHashMap<>();
    for (Map.Entry<Path, String> dependency : request.dependencies().entrySet()) {
      boolean hasSpans =
          !request.withoutSpans().contains(dependency.getKey())
              && readModel(dependency.getKey(), dependency.getValue());
      (hasSpans ? followed : others).put(dependency.getKey(), dependency.getValue());
    }
    followed.forEach(this::follow);
    followThoseThatKnow(others);
    readLibraryTypes();
    models.forEach(this::noteMissingClasses);
  }

  private void noteMissingClasses(ArtifactModel model) {
    model.model().spans().stream()
        .map(SpanDefinition::className)
        .distinct()
        .filter(name -> !classes.containsKey(name.replace('.', '/')))
        .map(
            "%s is not among the classes: what its spans call is not known. Compile the module."
                ::formatted)
        .forEach(gaps::add);
  }

  private void readOwnModel() throws SpanModelException {
    SpanModel model = SpanModelReader.readBelow(request.classesDirectory());
    if (model != null) {
      add(request.artifact(), model);
    }
  }

  /** A dependency's model counts as far as it is about classes of the dependency. */
  private boolean readModel(Path path, String artifact) throws SpanModelException {
    try {
      Optional<byte[]> json = ClassFiles.read(path, SpanModelReader.LOCATION);
      if (json.isEmpty()) {
        return false;
      }
      SpanModel model = SpanModelReader.parseOf(name(path, artifact), "*:" + artifact, json.get());
      Set<String> foreign = foreignClasses(path, model);
      if (!foreign.isEmpty()) {
        gaps.add(
            "The span model of %s names classes that are not in it, which is ignored: %s"
                .formatted(name(path, artifact), String.join(", ", foreign)));
      }
      add(artifact, model.without(foreign));
      return true;
    } catch (TooLargeException tooLarge) {
      throw SpanModelReader.unreadable(name(path, artifact), "*:" + artifact, tooLarge);
    } catch (IOException failure) {
      gaps.add("Cannot read %s: %s".formatted(path, failure));
      return false;
    }
  }

  /** What messages call a dependency: a jar by its file. */
  private static String name(Path path, String artifact) {
    return Files.isDirectory(path) ? artifact : String.valueOf(path.getFileName());
  }

  private static Set<String> foreignClasses(Path path, SpanModel model) throws IOException {
    Set<String> foreign = new TreeSet<>();
    for (SpanDefinition span : model.spans()) {
      String file = span.className().replace('.', '/') + ".class";
      if (!ClassFiles.contains(path, file)) {
        foreign.add(span.className());
      }
    }
    return foreign;
  }

  private void add(String artifact, SpanModel model) {
    models.add(new ArtifactModel(artifact, model));
    model.spans().stream().map(SpanDefinition::aspect).forEach(aspects::add);
  }

  private void follow(Path path, String artifact) {
    visit(path, (file, content) -> follow(file, content, artifact));
  }

  private void follow(String file, byte[] content, String artifact) {
    try {
      ClassFacts facts = ClassFactsReader.read(content);
      if (!aspects.contains(facts.name().replace('/', '.'))
          && classes.putIfAbsent(facts.name(), facts) == null) {
        artifacts.put(facts.name(), artifact);
      }
    } catch (RuntimeException unreadable) {
      gaps.add("Cannot read %s of %s: %s".formatted(file, artifact, unreadable.getMessage()));
    }
  }

  /** A dependency without spans matters if it can call code that is followed. */
  private void followThoseThatKnow(Map<Path, String> others) {
    Map<Path, Set<String>> known = new LinkedHashMap<>();
    others.keySet().forEach(path -> known.put(path, classesKnownTo(path)));
    boolean grew = true;
    while (grew) {
      List<Path> knowing =
          known.keySet().stream()
              .filter(
                  path ->
                      known.getOrDefault(path, Set.of()).stream().anyMatch(classes::containsKey))
              .toList();
      knowing.forEach(path -> follow(path, others.getOrDefault(path, "")));
      known.keySet().removeAll(knowing);
      grew = !knowing.isEmpty();
    }
  }

  private Set<String> classesKnownTo(Path path) {
    Set<String> names = new HashSet<>();
    if (!classes.isEmpty()) {
      visit(path, (file, content) -> addClassConstants(content, names));
    }
    return names;
  }

  private static void addClassConstants(byte[] classFile, Set<String> names) {
    ClassReader reader = new ClassReader(classFile);
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int item = 1; item < reader.getItemCount(); item++) {
      int offset = reader.getItem(item);
      if (offset > 0 && classFile[offset - 1] == CLASS_CONSTANT) {
        names.add(reader.readUTF8(offset, buffer));
      }
    }
  }

  private void visit(Path path, ClassFiles.Visitor visitor) {
    try {
      ClassFiles.visit(path, visitor);
    } catch (IOException | RuntimeException failure) {
      gaps.add("Cannot read %s: %s".formatted(path, failure));
    }
  }

  /** The types above the classes that are followed tell which methods the library may call. */
  private void readLibraryTypes() {
    Deque<String> wanted = new ArrayDeque<>();
    classes.values().forEach(facts -> addLibraryTypes(facts, wanted));
    try (URLClassLoader library = library()) {
      while (!wanted.isEmpty()) {
        String name = wanted.pop();
        ClassFacts facts =
            classes.containsKey(name) || libraryTypes.containsKey(name)
                ? null
                : readLibraryType(library, name);
        if (facts != null) {
          libraryTypes.put(name, facts);
          supertypes(facts).forEach(wanted::add);
        }
      }
    } catch (IOException failure) {
      gaps.add("Cannot read the class path: " + failure);
    }
  }

  /** What stands above a class, and what its lambdas are. */
  private static void addLibraryTypes(ClassFacts facts, Collection<String> wanted) {
    supertypes(facts).forEach(wanted::add);
    for (MethodFacts method : facts.methods().values()) {
      for (Reference reference : method.references()) {
        if (reference instanceof FunctionObject made) {
          wanted.add(made.type());
        }
      }
    }
  }

  private @Nullable ClassFacts readLibraryType(URLClassLoader library, String name)
      throws IOException {
    try (InputStream in = library.getResourceAsStream(name + ".class")) {
      if (in == null) {
        gaps.add("%s is not on the class path".formatted(name.replace('/', '.')));
        return ClassFacts.missing(name);
      }
      return ClassFactsReader.readOutline(BoundedFile.read(name, in));
    }
  }

  private URLClassLoader library() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (Path path : request.dependencies().keySet()) {
      urls.add(path.toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  private static Stream<String> supertypes(ClassFacts facts) {
    return Stream.concat(Stream.ofNullable(facts.superclass()), facts.interfaces().stream());
  }
}
