package io.spanloom.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.spanloom.processor.model.ClassId;
import io.spanloom.processor.model.ObjectForm;
import io.spanloom.processor.model.ObjectForm.Member;
import io.spanloom.processor.model.SpanDefinition;
import io.spanloom.processor.model.TracedClass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;

/** Writes how the program's own objects become JSON: once for all methods of a class. */
final class ObjectFormWriter {

  private static final String MEMBER = "member";
  private static final String VALUE = "value";

  private final ClassId owner;

  /** The forms by the names of the methods that read them. */
  private final Map<String, ObjectForm> readers = new LinkedHashMap<>();

  private ObjectFormWriter(ClassId owner) {
    this.owner = owner;
  }

  /** A writer for the objects that a class's traced methods deal with. */
  static ObjectFormWriter of(TracedClass type, MemberNames names) {
    Map<String, ObjectForm> forms = new TreeMap<>();
    for (SpanDefinition span : type.spans()) {
      for (ObjectForm form : span.objects()) {
        forms.merge(form.type().name().canonicalName(), form, ObjectForm::with);
      }
    }
    ObjectFormWriter writer = new ObjectFormWriter(type.name());
    for (ObjectForm form : forms.values()) {
      writer.readers.put(names.claimReader(form.type().name().simpleName()), form);
    }
    return writer;
  }

  /** Adds the constant that the spans' descriptions refer to, if there is anything to say. */
  void addConstant(TypeSpec.Builder aspect) {
    if (readers.isEmpty()) {
      return;
    }
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("$>$>\n$T.builder()$>$>", RuntimeNames.OBJECT_FORMS);
    readers.forEach((reader, form) -> code.add(form(reader, form)));
    aspect.addField(
        AspectWriter.constant(RuntimeNames.OBJECT_FORMS, MemberNames.OBJECTS)
            .addJavadoc("What JSON says of the objects that the methods take and return.\n")
            .initializer(code.add("\n.build()$<$<$<$<").build())
            .build());
  }

  /** Adds the methods that the constant refers to. */
  void addReaders(TypeSpec.Builder aspect) {
    readers.forEach((name, form) -> aspect.addMethod(reader(name, form)));
  }

  private CodeBlock form(String reader, ObjectForm form) {
    TypeName type = TypeNames.of(form.type().name());
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("\n.$N($T.class, $T::$N", form.isValue() ? "value" : "object", type, aspect(), reader);
    if (!form.isValue()) {
      form.members().forEach(member -> code.add(",$W$S", member.name()));
    }
    code.add(")");
    List<Member> secret = form.members().stream().filter(Member::secret).toList();
    if (!secret.isEmpty()) {
      code.add("\n.secret($T.class", type);
      secret.forEach(member -> code.add(",$W$S", member.name()));
      code.add(")");
    }
    return code.build();
  }

  private TypeName aspect() {
    return TypeNames.of(owner.aspect());
  }

  private static MethodSpec reader(String name, ObjectForm form) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(Object.class)
        .addParameter(TypeNames.of(form.type()), VALUE)
        .addParameter(int.class, MEMBER)
        .addCode(body(form.members()))
        .build();
  }

  private static CodeBlock body(List<Member> members) {
    if (members.size() <= 1) {
      CodeBlock only = members.isEmpty() ? CodeBlock.of("null") : read(members.get(0));
      return CodeBlock.builder().addStatement("return $L", only).build();
    }
    CodeBlock.Builder code = CodeBlock.builder().add("return switch ($N) {\n$>", MEMBER);
    for (int i = 0; i < members.size() - 1; i++) {
      code.add("case $L -> $L;\n", i, read(members.get(i)));
    }
    return code.add("default -> $L;\n", read(members.get(members.size() - 1)))
        .add("$<};\n")
        .build();
  }

  private static CodeBlock read(Member member) {
    return member.accessor().isEmpty()
        ? CodeBlock.of("$S", member.constant())
        : CodeBlock.of("$N.$L", VALUE, member.accessor());
  }
}
