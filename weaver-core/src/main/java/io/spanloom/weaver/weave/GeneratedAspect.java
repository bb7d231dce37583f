package io.spanloom.weaver.weave;

import io.spanloom.weaver.model.SpanDefinition;
import io.spanloom.weaver.model.SpanModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What an aspect looks like that the processor generates: advice on the methods that the model
 * names for it, and nothing else that AspectJ would act on.
 *
 * <p>Class files do not keep {@code @Generated}, so the pointcuts have to tell.
 */
final class GeneratedAspect {

  private static final String ASPECTJ = "Lorg/aspectj/";
  private static final String ASPECT = "Lorg/aspectj/lang/annotation/Aspect;";

  /** What AspectJ leaves behind when it has woven a class; anything else can declare advice. */
  private static final Set<String> HARMLESS_ATTRIBUTES =
      Set.of(
          "org.aspectj.weaver.AjSynthetic",
          "org.aspectj.weaver.WeaverState",
          "org.aspectj.weaver.WeaverVersion");

  private static final String OWN_ANNOTATION_WINS =
      "!execution\\(@\\([^()]*\\) \\* \\*\\(\\.\\.\\)\\)";
  private static final String ARGUMENTS = "( && args\\([^()]*\\))?";

  private final List<Pattern> pointcuts;

  /** Of the aspect with this name that the model names. */
  GeneratedAspect(SpanModel model, String name) {
    this.pointcuts =
        model.spans().stream()
            .filter(span -> span.aspect().equals(name))
            .map(GeneratedAspect::pointcut)
            .toList();
  }

  /** Whether a span's aspect is called as the processor calls that of the span's class. */
  static boolean isNameFor(SpanDefinition span) {
    int simple = span.className().lastIndexOf('.') + 1;
    String expected = span.className().substring(simple).replace('$', '_') + "_SpanAspect";
    String aspect = span.aspect();
    return aspect.startsWith(span.className().substring(0, simple))
        && aspect.substring(simple).replace('$', '_').equals(expected);
  }

  /** The forms that the processor has for methods of classes, of interfaces, and default ones. */
  private static Pattern pointcut(SpanDefinition span) {
    String owner = Pattern.quote(dotted(span.className()));
    String within = "within\\(%s\\)( && !within\\(%s\\.\\.\\*\\))?".formatted(owner, owner);
    return Pattern.compile(
        "execution\\(%s %s\\.%s\\(%s\\)\\) && (%s|%s|\\(%s \\|\\| %s\\))%s"
            .formatted(
                typePattern(Type.getReturnType(span.descriptor())),
                owner,
                Pattern.quote(dotted(span.method())),
                parameters(span.descriptor()),
                within,
                OWN_ANNOTATION_WINS,
                within,
                OWN_ANNOTATION_WINS,
                ARGUMENTS));
  }

  /** The last parameter can be written as a variable one. */
  private static String parameters(String descriptor) {
    List<String> patterns = new ArrayList<>();
    for (Type type : Type.getArgumentTypes(descriptor)) {
      patterns.add(typePattern(type));
    }
    int last = patterns.size() - 1;
    if (last >= 0 && Type.getArgumentTypes(descriptor)[last].getSort() == Type.ARRAY) {
      Type array = Type.getArgumentTypes(descriptor)[last];
      String component = array.getClassName().replaceFirst("\\[]$", "");
      patterns.set(last, Pattern.quote(dotted(component)) + "(\\[]|\\.\\.\\.)");
    }
    return String.join(", ", patterns);
  }

  private static String typePattern(Type type) {
    return Pattern.quote(dotted(type.getClassName()));
  }

  /** Pointcuts write nested classes with dots; class files do not always tell which are nested. */
  private static String dotted(String name) {
    return name.replace('$', '.');
  }

  /** Whether a class file is such an aspect. */
  boolean isWrittenAs(ParsedClass type) {
    ClassNode node = type.node();
    return node.superName.equals("java/lang/Object")
        && node.interfaces.isEmpty()
        && aspectj(node.visibleAnnotations, node.invisibleAnnotations).allMatch(this::isPlainAspect)
        && hasOnlyHarmlessAttributes(node.attrs)
        && node.fields.stream()
            .allMatch(
                field ->
                    hasOnlyHarmlessAttributes(field.attrs)
                        && aspectj(field.visibleAnnotations, field.invisibleAnnotations)
                            .findAny()
                            .isEmpty())
        && node.methods.stream().allMatch(this::isAdviceOrHelper);
  }

  private boolean isPlainAspect(AnnotationNode annotation) {
    return annotation.desc.equals(ASPECT) && annotation.values == null;
  }

  private boolean isAdviceOrHelper(MethodNode method) {
    return hasOnlyHarmlessAttributes(method.attrs)
        && aspectj(method.visibleAnnotations, method.invisibleAnnotations)
            .filter(annotation -> !annotation.desc.equals(GuardedAspect.SUPPRESSION))
            .allMatch(
                annotation ->
                    AdviceProof.Advice.isAdvice(annotation.desc) && hasOwnPointcut(annotation));
  }

  private boolean hasOwnPointcut(AnnotationNode advice) {
    List<Object> values = advice.values == null ? List.of() : advice.values;
    List<String> written = new ArrayList<>();
    for (int i = 0; i + 1 < values.size(); i += 2) {
      if (Set.of("value", "pointcut").contains(values.get(i))) {
        written.add(dotted(GuardedAspect.unguarded(String.valueOf(values.get(i + 1)))));
      }
    }
    return written.size() == 1
        && pointcuts.stream().anyMatch(pointcut -> pointcut.matcher(written.get(0)).matches());
  }

  private static Stream<AnnotationNode> aspectj(
      @Nullable List<AnnotationNode> visible, @Nullable List<AnnotationNode> invisible) {
    return Stream.of(visible, invisible)
        .flatMap(annotations -> annotations == null ? Stream.of() : annotations.stream())
        .filter(annotation -> annotation.desc.startsWith(ASPECTJ));
  }

  private static boolean hasOnlyHarmlessAttributes(@Nullable List<Attribute> attributes) {
    return attributes == null
        || attributes.stream()
            .allMatch(
                attribute ->
                    !attribute.type.startsWith("org.aspectj.")
                        || HARMLESS_ATTRIBUTES.contains(attribute.type));
  }
}
