package io.spanloom.internal.capture;

import io.spanloom.internal.content.JdkTypes;
import io.spanloom.internal.content.JsonTrees;
import io.spanloom.internal.convention.Identity;
import io.spanloom.internal.convention.SpanProperty;
import io.spanloom.internal.session.Identifier;
import io.spanloom.internal.toolcall.PendingCalls;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.LlmToolCall;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What generated code and the program told of one call; reused from call to call. */
public final class Captures {

  private @Nullable String sessionId;
  private @Nullable String userId;
  private @Nullable String toolCallId;
  private final CapturedAttributes attributes = new CapturedAttributes(this);
  private final KeyedValues<String> inputs = new KeyedValues<>();
  private final KeyedValues<String> arguments = new KeyedValues<>();
  private final KeyedValues<String> secretArguments = new KeyedValues<>();
  private boolean argumentsAreJson;
  private List<LlmToolCall> announced = new ArrayList<>(0);

  /** Most calls tell nothing that a convention has keys for. */
  private Map<SpanProperty, Object> properties = Map.of();

  /** Whether there may be more to clear than identifiers; most calls are over sooner without. */
  private boolean hasValues;

  /** Takes over what was set on another call before it started. */
  public void copyFrom(Captures other) {
    hasValues = true;
    sessionId = other.sessionId;
    userId = other.userId;
    toolCallId = other.toolCallId;
    attributes.copyFrom(other.attributes);
    inputs.addAll(other.inputs);
    arguments.addAll(other.arguments);
    secretArguments.addAll(other.secretArguments);
    argumentsAreJson = other.argumentsAreJson;
    other.properties.forEach(this::addProperty);
  }

  public void clear() {
    sessionId = null;
    userId = null;
    toolCallId = null;
    attributes.restart();
    if (hasValues) {
      hasValues = false;
      clearValues();
    }
  }

  private void clearValues() {
    attributes.clear();
    inputs.clear();
    arguments.clear();
    secretArguments.clear();
    argumentsAreJson = false;
    if (!announced.isEmpty()) {
      announced = new ArrayList<>(0);
    }
    if (!properties.isEmpty()) {
      properties.clear();
    }
  }

  /** Lets go of the arguments, which are recorded by now, so that the garbage collector may. */
  public void forgetInput() {
    inputs.clear();
    arguments.clear();
    secretArguments.clear();
  }

  /** The session that the call opens or joins, or {@code null}. */
  public @Nullable String sessionId() {
    return sessionId;
  }

  public void setSessionId(@Nullable String id) {
    sessionId = Identifier.of(id);
  }

  /** The user that the call serves, or {@code null}. */
  public @Nullable String userId() {
    return userId;
  }

  public void setUserId(@Nullable String id) {
    userId = Identifier.of(id);
  }

  /** The identifier that the provider issued for the tool call, or {@code null}. */
  public @Nullable String toolCallId() {
    return toolCallId;
  }

  public void setToolCallId(@Nullable String id) {
    toolCallId = Identifier.of(id);
  }

  /** The attributes of the call. */
  public CapturedAttributes attributes() {
    return attributes;
  }

  void hasValue() {
    hasValues = true;
  }

  /** Something the conventions have keys for. */
  public void addProperty(SpanProperty fact, Object value) {
    hasValues = true;
    if (!(properties instanceof EnumMap)) {
      properties = new EnumMap<>(SpanProperty.class);
    }
    properties.put(fact, value);
  }

  /** As many as are remembered afterwards. */
  public void announced(LlmToolCall call) {
    hasValues = true;
    if (announced.size() < PendingCalls.CAPACITY) {
      announced.add(call);
    }
  }

  public boolean has(SpanProperty fact) {
    return properties.containsKey(fact);
  }

  public @Nullable String text(SpanProperty fact) {
    return properties.get(fact) instanceof String text ? text : null;
  }

  public @Nullable Long number(SpanProperty fact) {
    return properties.get(fact) instanceof Number number ? Long.valueOf(number.longValue()) : null;
  }

  /** A count of tokens; {@code null} if it is none, such as a fraction. */
  public @Nullable Long tokens(SpanProperty fact) {
    Double count = decimal(fact);
    return count == null || count != Math.rint(count) || Math.abs(count) > Long.MAX_VALUE
        ? null
        : number(fact);
  }

  public @Nullable Double decimal(SpanProperty fact) {
    return properties.get(fact) instanceof Number number
        ? Double.valueOf(number.doubleValue())
        : null;
  }

  boolean yes(SpanProperty fact) {
    return Boolean.TRUE.equals(properties.get(fact));
  }

  @SuppressWarnings("unchecked") // the key's type is that of the slot the values came from
  public List<String> texts(SpanProperty fact) {
    return properties.get(fact) instanceof List<?> texts ? (List<String>) texts : List.of();
  }

  /** What makes up {@code input.value}. */
  public KeyedValues<String> inputs() {
    return inputs;
  }

  public void input(String name, @Nullable Object value) {
    hasValues = true;
    inputs.add(name, value);
  }

  public void argument(String name, @Nullable Object value) {
    hasValues = true;
    arguments.add(name, value);
  }

  public void secretArgument(String name, @Nullable Object value) {
    hasValues = true;
    secretArguments.add(name, value);
  }

  /** Arguments that only tell which call of a model an execution is of. */
  public KeyedValues<String> secretArguments() {
    return secretArguments;
  }

  /** What a tool was called with; its input, unless told apart. */
  public KeyedValues<String> arguments() {
    return arguments.isEmpty() ? inputs : arguments;
  }

  /** A tool's arguments as JSON text: each member of an object is one. */
  public void jsonArguments(String text) {
    hasValues = true;
    argumentsAreJson = true;
    JsonArguments.addTo(inputs, text);
  }

  /** All of a tool's arguments as a map or as the JSON tree of a library. */
  public void arguments(Object object) {
    hasValues = true;
    String json = JsonTrees.text(object);
    if (json != null) {
      argumentsAreJson = true;
      JsonArguments.addTo(arguments, json);
    } else if (object instanceof Map<?, ?> map && JdkTypes.isContainer(map)) {
      argumentsAreJson = true;
      map.forEach((name, value) -> arguments.add(String.valueOf(name), value));
    }
  }

  /** Whether the arguments are the members of a JSON object. */
  public boolean argumentsAreJson() {
    return argumentsAreJson;
  }

  /**
   * The method's identity with what this call told: an attribute wins over the annotation, the
   * annotation over the adapter.
   */
  public Identity identity(Identity spec, @Nullable LlmRequest request) {
    if (properties.isEmpty() && request == null) {
      return spec;
    }
    SpanProperty nameProperty = spec.role().nameProperty();
    String name = nameProperty == null ? null : text(nameProperty);
    return new Identity(
        spec.role(),
        name == null ? spec.name() : name,
        first(text(SpanProperty.OPERATION), spec.operation()),
        spec.id(),
        spec.version(),
        spec.description(),
        spec.toolType(),
        spec.toolSchema(),
        first(
            text(SpanProperty.PROVIDER),
            spec.provider() == null && request != null ? request.provider() : spec.provider()),
        first(
            text(SpanProperty.MODEL),
            spec.model() == null && request != null ? request.model() : spec.model()),
        first(text(SpanProperty.DATA_SOURCE), spec.dataSource()),
        spec.agentName());
  }

  /**
   * The model's request as an adapter reads it, with what attributes say; {@code null} if neither.
   */
  public @Nullable LlmRequest request(@Nullable LlmRequest adapted) {
    return adapted != null || hasAny(RequestWithAttributes.PROPERTIES)
        ? new RequestWithAttributes(this, adapted)
        : null;
  }

  /** The model's response as told, completed by what an adapter reads; {@code null} if neither. */
  public @Nullable LlmResponse response(@Nullable LlmResponse adapted) {
    return adapted != null || !announced.isEmpty() || hasAny(ResponseWithAttributes.PROPERTIES)
        ? new ResponseWithAttributes(this, adapted)
        : null;
  }

  /** The announced tool calls as the message that asked for them. */
  List<LlmMessage> announcedMessages() {
    return announced.isEmpty()
        ? List.of()
        : List.of(new LlmMessage("assistant", null, announced, null));
  }

  boolean hasAny(Set<SpanProperty> facts) {
    for (SpanProperty fact : properties.keySet()) {
      if (facts.contains(fact)) {
        return true;
      }
    }
    return false;
  }

  public static <T> @Nullable T first(@Nullable T preferred, @Nullable T otherwise) {
    return preferred != null ? preferred : otherwise;
  }
}
