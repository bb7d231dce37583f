package io.spanloom.bedrock;

import io.spanloom.llm.TokenUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;

/**
 * Reads the members of the SDK's values by the names that Bedrock's documented interface gives
 * them. The SDK gets accessors from release to release; these names stay.
 */
final class Members {

  private Members() {}

  /** A member's value; {@code null} if this version does not know it, or it is not set. */
  static @Nullable Object value(@Nullable SdkPojo object, String member) {
    if (object != null) {
      for (SdkField<?> field : object.sdkFields()) {
        if (field.locationName().equals(member)) {
          return field.getValueOrDefault(object);
        }
      }
    }
    return null;
  }

  /** The one member that is set of an object that is a choice of several. */
  static @Nullable String chosen(SdkPojo union) {
    for (SdkField<?> field : union.sdkFields()) {
      Object value = field.getValueOrDefault(union);
      if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
        return field.locationName();
      }
    }
    return null;
  }

  static @Nullable String text(@Nullable SdkPojo object, String member) {
    return value(object, member) instanceof String text ? text : null;
  }

  static @Nullable SdkPojo object(@Nullable SdkPojo object, String member) {
    return value(object, member) instanceof SdkPojo found ? found : null;
  }

  static List<SdkPojo> objects(@Nullable SdkPojo object, String member) {
    return value(object, member) instanceof List<?> list
        ? list.stream().filter(SdkPojo.class::isInstance).map(SdkPojo.class::cast).toList()
        : List.of();
  }

  static List<String> texts(@Nullable SdkPojo object, String member) {
    return value(object, member) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  static @Nullable Long number(@Nullable SdkPojo object, String member) {
    return value(object, member) instanceof Number number ? Long.valueOf(number.longValue()) : null;
  }

  static @Nullable Long tokens(@Nullable SdkPojo object, String member) {
    return TokenUsage.figure(value(object, member));
  }

  /** The number that was meant: 0.2, not the float's neighbour of it. */
  static @Nullable Double decimal(@Nullable SdkPojo object, String member) {
    return value(object, member) instanceof Number number
        ? Double.valueOf(number.toString())
        : null;
  }

  static byte @Nullable [] bytes(@Nullable SdkPojo object, String member) {
    return value(object, member) instanceof SdkBytes bytes ? bytes.asByteArrayUnsafe() : null;
  }

  /** The JSON text of a member that may hold any JSON. */
  static @Nullable String json(@Nullable SdkPojo object, String member) {
    return value(object, member) instanceof Document document ? DocumentJson.write(document) : null;
  }
}
