package io.spanloom.weaver.blueprint;

import io.spanloom.weaver.blueprint.ClassFacts.MethodFacts;
import io.spanloom.weaver.model.SpanModel;
import io.spanloom.weaver.model.SpanModelException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The code that is followed: the module's, and that of the dependencies that have spans of their
 * own or know classes that are followed.
 *
 * @param module the module's name
 * @param models the module's, if it has one, then those of its dependencies
 * @param classes by internal name
 * @param artifacts the artifact of each class, by internal name
 * @param libraryTypes what is known of the other types above these classes
 * @param gaps what could not be read
 */
record CodeBase(
    String module,
    List<ArtifactModel> models,
    Map<String, ClassFacts> classes,
    Map<String, String> artifacts,
    Map<String, ClassFacts> libraryTypes,
    List<String> gaps) {

  static CodeBase read(BlueprintRequest request) throws SpanModelException {
    return CodeBaseReader.read(request);
  }

  boolean isOfModule(String internalName) {
    return module.equals(artifacts.get(internalName));
  }

  @Nullable ClassFacts type(String internalName) {
    ClassFacts followed = classes.get(internalName);
    return followed == null ? libraryTypes.get(internalName) : followed;
  }

  /** A method of followed code; null for others. */
  @Nullable MethodFacts method(MethodKey key) {
    ClassFacts owner = classes.get(key.owner());
    return owner == null ? null : owner.methods().get(key.signature());
  }

  void forEachMethod(Consumer<MethodFacts> action) {
    classes.values().forEach(type -> type.methods().values().forEach(action));
  }

  /** The spans of an artifact. */
  record ArtifactModel(String artifact, SpanModel model) {}
}
