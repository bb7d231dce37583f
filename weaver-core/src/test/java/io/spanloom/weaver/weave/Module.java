package io.spanloom.weaver.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.weaver.model.SpanModelException;
import io.spanloom.weaver.model.SpanModelReader;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A module on disk, compiled by the real compiler and woven by the real weaver. */
public final class Module {

  /** Class files as new as the running JDK's. */
  private static final String RELEASE = Integer.toString(Runtime.version().feature());

  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern TYPE =
      Pattern.compile(
          "(?m)^(?:@\\w+ )?(?:(?:public|abstract|final|sealed) )*(?:class|record|enum|@?interface) ([\\w$]+)");

  private final Path root;
  private final List<Path> classPath;
  private final Set<Path> leftOut;

  private Module(Path root, List<Path> classPath, Set<Path> leftOut) {
    this.root = root;
    this.classPath = classPath;
    this.leftOut = leftOut;
  }

  /** A module that depends on what these tests depend on. */
  public static Module in(Path root) {
    return in(root, testClassPath());
  }

  public static Module in(Path root, List<Path> classPath) {
    return new Module(root, classPath, Set.of());
  }

  /** The same module without the spans of a dependency. */
  Module leavingOut(Path dependency) {
    return new Module(root, classPath, Set.of(dependency));
  }

  public static List<Path> testClassPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .toList();
  }

  public Path classes() {
    return root.resolve("classes");
  }

  Path state() {
    return root.resolve("state");
  }

  /** Compiles without any annotation processor. */
  public Module compile(String... sources) {
    return compile(null, List.of("-proc:none"), sources);
  }

  /** Compiles with the real annotation processor, which writes the aspects and the model. */
  public Module compileAnnotated(String... sources) {
    return compileAnnotated(List.of(), sources);
  }

  Module compileAnnotated(List<String> options, String... sources) {
    Path generated = createDirectories(root.resolve("generated"));
    List<String> all = new ArrayList<>(List.of("-s", generated.toString()));
    all.addAll(options);
    return compile(spanloomProcessor(), all, sources);
  }

  /** Found as the compiler finds it, by its service file. */
  private static Processor spanloomProcessor() {
    return ServiceLoader.load(Processor.class).stream()
        .filter(provider -> provider.type().getName().startsWith("io.spanloom."))
        .map(ServiceLoader.Provider::get)
        .findFirst()
        .orElseThrow();
  }

  private Module compile(Processor processor, List<String> options, String... sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter output = new StringWriter();
    JavaCompiler.CompilationTask task =
        compiler.getTask(
            output,
            null,
            null,
            arguments(options),
            null,
            Stream.of(sources).map(Source::of).toList());
    if (processor != null) {
      task.setProcessors(List.of(processor));
    }
    assertThat(task.call()).as(output.toString()).isTrue();
    return this;
  }

  private List<String> arguments(List<String> options) {
    createDirectories(classes());
    List<Path> visible = new ArrayList<>(List.of(classes()));
    visible.addAll(classPath);
    List<String> arguments =
        new ArrayList<>(
            List.of("-g", "-parameters", "--release", RELEASE, "-d", classes().toString()));
    arguments.addAll(
        List.of(
            "-classpath",
            String.join(File.pathSeparator, visible.stream().map(Path::toString).toList())));
    arguments.addAll(options);
    return arguments;
  }

  private static Path createDirectories(Path directory) {
    try {
      return Files.createDirectories(directory);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Writes a model that names these methods. */
  Module model(ModelFile model) throws IOException {
    Path file = classes().resolve(SpanModelReader.LOCATION);
    Files.createDirectories(file.getParent());
    Files.writeString(file, model.json());
    return this;
  }

  public WeaveOutcome weave() throws WeaveException, SpanModelException {
    return weave("test");
  }

  WeaveOutcome weave(String toolVersion) throws WeaveException, SpanModelException {
    return weave(toolVersion, true);
  }

  /** Weaves spans only: tasks run without the caller's context. */
  WeaveOutcome weaveWithoutPropagation() throws WeaveException, SpanModelException {
    return weave("test", false);
  }

  private WeaveOutcome weave(String toolVersion, boolean propagateContext)
      throws WeaveException, SpanModelException {
    WeaveRequest request =
        new WeaveRequest(classes(), dependencies(), state(), propagateContext, toolVersion);
    return new ModuleWeaver(request).weave();
  }

  /** Weaves each class alone, and writes what becomes of it once all are woven. */
  void weaveOneByOne() throws IOException, WeaveException, SpanModelException {
    Map<String, byte[]> woven = new TreeMap<>();
    try (ClassWeaver weaver = classWeaver()) {
      for (String name : weaver.classNames()) {
        woven.put(name, weaver.weave(name, bytes(name)));
      }
    }
    for (Map.Entry<String, byte[]> type : woven.entrySet()) {
      Files.write(classFile(type.getKey()), type.getValue());
    }
  }

  ClassWeaver classWeaver() throws WeaveException, SpanModelException {
    return ClassWeaver.open(classes(), dependencies(), true);
  }

  private List<Dependency> dependencies() {
    return classPath.stream().map(this::dependency).toList();
  }

  private Dependency dependency(Path path) {
    String name = path.getFileName().toString();
    return new Dependency(path, name, "test:" + name, !leftOut.contains(path));
  }

  byte[] bytes(String className) throws IOException {
    return Files.readAllBytes(classFile(className));
  }

  Path classFile(String className) {
    return classes().resolve(className.replace('.', '/') + ".class");
  }

  /** A class loader that sees the module's classes, and its dependencies, as they are now. */
  ClassLoader load() {
    List<Path> entries = new ArrayList<>(List.of(classes()));
    classPath.stream().filter(entry -> !testClassPath().contains(entry)).forEach(entries::add);
    return new URLClassLoader(
        entries.stream().map(Module::url).toArray(URL[]::new), Module.class.getClassLoader());
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** Runs {@code static Object run()} of a class. */
  public Object run(String className) throws ReflectiveOperationException {
    var method = load().loadClass(className).getDeclaredMethod("run");
    method.setAccessible(true);
    return method.invoke(null);
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String code;

    private Source(String path, String code) {
      super(URI.create("string:///" + path), Kind.SOURCE);
      this.code = code;
    }

    static JavaFileObject of(String code) {
      String folder = find(PACKAGE, code).replace('.', '/');
      return new Source(folder + "/" + find(TYPE, code) + ".java", code);
    }

    private static String find(Pattern pattern, String code) {
      Matcher matcher = pattern.matcher(code);
      assertThat(matcher.find()).as("%s in %s", pattern, code).isTrue();
      return matcher.group(1);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return code;
    }
  }
}
