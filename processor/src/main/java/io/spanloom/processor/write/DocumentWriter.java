package io.spanloom.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.spanloom.processor.model.Capture;
import io.spanloom.processor.model.ClassId;
import io.spanloom.processor.model.DocumentType;
import io.spanloom.processor.model.JavaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Writes how documents are read: one method for each type of document, whoever returns it. */
final class DocumentWriter {

  /** What takes the parts of a document. */
  static final String FIELDS = "document";

  private static final String VALUE = "found";

  private final ClassId owner;
  private final MemberNames names;

  /** The methods that read documents, by what they read. */
  private final Map<Reading, MethodSpec> readers = new LinkedHashMap<>();

  DocumentWriter(ClassId owner, MemberNames names) {
    this.owner = owner;
    this.names = names;
  }

  /** What is read of a type is mostly the same, but annotations may name other members. */
  private record Reading(DocumentType type) {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Reading reading && key().equals(reading.key());
    }

    @Override
    public int hashCode() {
      return key().hashCode();
    }

    private List<Object> key() {
      List<Object> key = new ArrayList<>(List.of(type.type()));
      type.members().forEach(member -> key.add(List.of(member.role(), member.path())));
      return key;
    }
  }

  /** The statement's expression that hands documents over. */
  CodeBlock handOver(Capture capture, String frame, CodeBlock value) {
    String what = capture.ofResult() ? "found" : "given";
    DocumentType document = capture.document();
    if (document == null || !document.isReadable()) {
      return CodeBlock.of("$T.$N($N, $L)", RuntimeNames.DOCUMENTS, what, frame, value);
    }
    boolean named = document.members().stream().anyMatch(member -> !member.key().isEmpty());
    what = named ? what + "As" : what;
    return CodeBlock.of(
        "$T.$N($N, $L, $T::$N)",
        RuntimeNames.DOCUMENTS,
        what,
        frame,
        value,
        TypeNames.of(owner.aspect()),
        reader(document));
  }

  /** The methods that the expressions refer to. */
  List<MethodSpec> methods() {
    return List.copyOf(readers.values());
  }

  private String reader(DocumentType document) {
    Reading reading = new Reading(document);
    MethodSpec existing = readers.get(reading);
    if (existing == null) {
      existing = write(document);
      readers.put(reading, existing);
    }
    return existing.name();
  }

  private MethodSpec write(DocumentType document) {
    CaptureWriter writer = new CaptureWriter(names, this, FIELDS, List.of(), Set.of(FIELDS, VALUE));
    PathTree tree = PathTree.of(document.type(), document.members());
    return MethodSpec.methodBuilder(names.claimDocumentReader(simpleName(document.type())))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(RuntimeNames.DOCUMENT_FIELDS, FIELDS)
        .addParameter(TypeNames.of(document.type()), VALUE)
        .addCode(writer.write(tree, VALUE, /* nonNull= */ true))
        .build();
  }

  private static String simpleName(JavaType type) {
    if (type instanceof JavaType.Array array) {
      return simpleName(array.component());
    }
    return type instanceof JavaType.Declared declared ? declared.name().simpleName() : "";
  }
}
