package io.spanloom.weaver.lock;

import static java.util.Objects.requireNonNull;

import io.spanloom.weaver.model.AttributeDefinition;
import io.spanloom.weaver.model.SpanDefinition;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * What readers may rely on about the spans of one method.
 *
 * @param method the method: {@code com.acme.Search#find(java.lang.String,int)}
 * @param span the span's name
 * @param kind what the span stands for
 * @param steps {@code AUTO} if model calls below it open step spans
 * @param attributes by key
 * @param arguments of a tool, by path
 */
record LockedSpan(
    String method,
    String span,
    String kind,
    @Nullable String steps,
    SortedMap<String, LockedAttribute> attributes,
    SortedMap<String, LockedArgument> arguments) {

  LockedSpan {
    requireNonNull(method, "a span lacks \"method\"");
    requireNonNull(span, "a span lacks \"span\"");
    requireNonNull(kind, "a span lacks \"kind\"");
  }

  static LockedSpan of(SpanDefinition span) {
    SortedMap<String, LockedAttribute> attributes = new TreeMap<>();
    for (AttributeDefinition attribute : span.attributes()) {
      attributes.put(attribute.key(), LockedAttribute.of(attribute));
    }
    return new LockedSpan(
        identity(span),
        span.spanName(),
        span.kind(),
        span.steps(),
        attributes,
        new TreeMap<>(ToolArguments.of(span.schema())));
  }

  private static String identity(SpanDefinition span) {
    return Arrays.stream(Type.getArgumentTypes(span.descriptor()))
        .map(Type::getClassName)
        .collect(Collectors.joining(",", span.className() + "#" + span.method() + "(", ")"));
  }

  /** The method whatever its parameters. */
  String methodName() {
    return method.substring(0, method.indexOf('('));
  }
}
