package io.spanloom.weaver.weave;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.aspectj.bridge.context.CompilationAndWeavingContext;
import org.aspectj.weaver.IClassFileProvider;
import org.aspectj.weaver.IUnwovenClassFile;
import org.aspectj.weaver.IWeaveRequestor;
import org.aspectj.weaver.bcel.BcelWeaver;
import org.aspectj.weaver.bcel.BcelWorld;
import org.aspectj.weaver.bcel.UnwovenClassFile;
import org.aspectj.weaver.bcel.asm.AsmDetector;

/** Runs AspectJ's weaver over a set of classes and aspects, from bytes to bytes. */
final class AspectWeaver {

  /**
   * AspectJ keeps state in static fields that a failing weave spoils for every other one, so a JVM
   * weaves one module at a time, whatever {@code mvn -T} says.
   */
  private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

  private AspectWeaver() {}

  /**
   * Weaves.
   *
   * @param unwoven classes and aspects by binary name; aspects apply to the classes in this map
   * @param libraryAspects aspects that are not among them, and apply too without being woven
   * @param classPath where every other type is found
   * @return every class that the weaver produced, and what it had to say
   */
  static Woven weave(
      Map<String, FileContent> unwoven, Set<String> libraryAspects, WeaverClassPath classPath)
      throws IOException {
    ONE_AT_A_TIME.lock();
    try {
      resetStackMapComputation();
      BuildDate.leaveOut();
      return weaveAlone(unwoven, libraryAspects, classPath);
    } finally {
      CompilationAndWeavingContext.resetForThread();
      ONE_AT_A_TIME.unlock();
    }
  }

  /** A weave that failed there makes all later ones leave out stack maps, without a word. */
  @SuppressWarnings("StaticAssignmentOfThrowable") // AspectJ's field; we only clear it
  private static void resetStackMapComputation() {
    AsmDetector.isAsmAround = true;
    AsmDetector.rootCause = null;
  }

  private static Woven weaveAlone(
      Map<String, FileContent> unwoven, Set<String> libraryAspects, WeaverClassPath classPath)
      throws IOException {
    WeaverMessages messages = new WeaverMessages();
    BcelWorld world = new BcelWorld(classPath, messages, null);
    world.setBehaveInJava5Way(true);
    world.getLint().loadDefaultProperties();
    BcelWeaver weaver = new BcelWeaver(world);
    // Reads the wrong way round: true means that classes cannot be woven again.
    weaver.setReweavableMode(true);
    Classes classes = new Classes(unwoven);
    try {
      libraryAspects.forEach(weaver::addLibraryAspect);
      classes.unwoven.forEach(file -> weaver.addClassFile(file, false));
      weaver.prepareForWeave();
      weaver.weave(classes);
      weaver.allWeavingComplete();
    } finally {
      weaver.tidyUp();
      world.tidyUp();
    }
    return new Woven(classes.woven, messages.errors(), messages.warnings());
  }

  /**
   * The result of a weave.
   *
   * @param classes by binary name
   * @param errors if there are any, the classes must not be used: some may not verify
   * @param warnings what may explain that a method got no advice
   */
  record Woven(Map<String, FileContent> classes, List<String> errors, List<String> warnings) {

    /** What comes of no classes. */
    static Woven nothing() {
      return new Woven(Map.of(), List.of(), List.of());
    }
  }

  /** Hands classes to AspectJ and takes them back. */
  private static final class Classes implements IClassFileProvider, IWeaveRequestor {

    private final List<UnwovenClassFile> unwoven = new ArrayList<>();
    private final Map<String, FileContent> woven = new TreeMap<>();

    Classes(Map<String, FileContent> classes) {
      classes.forEach(
          (name, content) ->
              unwoven.add(new UnwovenClassFile(fileName(name), name, content.bytes())));
    }

    private static String fileName(String className) {
      return className.replace('.', '/') + ".class";
    }

    @Override
    public Iterator<UnwovenClassFile> getClassFileIterator() {
      return unwoven.iterator();
    }

    @Override
    public IWeaveRequestor getRequestor() {
      return this;
    }

    @Override
    public boolean isApplyAtAspectJMungersOnly() {
      return false;
    }

    @Override
    public void acceptResult(IUnwovenClassFile result) {
      woven.put(result.getClassName(), FileContent.of(result.getBytes()));
    }

    @Override
    public void processingReweavableState() {}

    @Override
    public void addingTypeMungers() {}

    @Override
    public void weavingAspects() {}

    @Override
    public void weavingClasses() {}

    @Override
    public void weaveCompleted() {}
  }
}
