package io.spanloom.internal.documents;

import io.spanloom.internal.content.JdkTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Embeddings as a method gives them back: one vector or several.
 *
 * @param count how many there are
 * @param dimensions how many components each has
 * @param value what they are read off
 */
public record Vectors(long count, long dimensions, Object value) {

  /** A longer vector is not shown: no model has one, and no reader looks at it. */
  private static final int MAX_DIMENSIONS = 8192;

  /** The vectors that a value is, or {@code null} if it is none. */
  public static @Nullable Vectors of(@Nullable Object value) {
    if (value instanceof Optional<?> optional) {
      return of(optional.orElse(null));
    }
    if (value == null) {
      return null;
    }
    int length = length(value);
    if (length >= 0) {
      return new Vectors(1, length, value);
    }
    List<?> several = items(value);
    if (several == null) {
      return null;
    }
    for (Object each : several) {
      int dimensions = each == null ? -1 : length(each);
      if (dimensions >= 0) {
        return new Vectors(several.size(), dimensions, value);
      }
    }
    return several.isEmpty() ? new Vectors(0, 0, value) : null;
  }

  /** The first vectors themselves. */
  public List<double[]> first(int max) {
    List<double[]> vectors = new ArrayList<>();
    List<?> several = length(value) >= 0 ? List.of(value) : items(value);
    for (Object each : several == null ? List.of() : several) {
      double[] vector = each == null ? null : numbers(each);
      if (vectors.size() == max) {
        break;
      }
      if (vector != null && vector.length <= MAX_DIMENSIONS) {
        vectors.add(vector);
      }
    }
    return vectors;
  }

  public static double[] widened(float[] vector) {
    double[] widened = new double[vector.length];
    for (int i = 0; i < vector.length; i++) {
      widened[i] = vector[i];
    }
    return widened;
  }

  /** How many components a vector has; negative if the value is no vector. */
  private static int length(Object value) {
    if (value instanceof float[] vector) {
      return vector.length;
    }
    if (value instanceof double[] vector) {
      return vector.length;
    }
    List<?> items = items(value);
    return items != null && !items.isEmpty() && items.get(0) instanceof Number ? items.size() : -1;
  }

  private static double @Nullable [] numbers(Object value) {
    if (value instanceof float[] vector) {
      return widened(vector);
    }
    if (value instanceof double[] vector) {
      return vector.clone();
    }
    List<?> items = items(value);
    return items == null
        ? null
        : items.stream()
            .filter(Number.class::isInstance)
            .mapToDouble(number -> ((Number) number).doubleValue())
            .toArray();
  }

  /** The items of an array, or of a collection that holds them in memory. */
  private static @Nullable List<?> items(Object value) {
    if (value instanceof Object[] array) {
      return Arrays.asList(array);
    }
    if (!(value instanceof Collection<?> collection) || !JdkTypes.isContainer(value)) {
      return null;
    }
    return collection instanceof List<?> list ? list : new ArrayList<>(collection);
  }
}
