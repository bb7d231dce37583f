package io.spanloom.internal.content;

import org.jspecify.annotations.Nullable;

/**
 * Reads members off an object of the program's own; generated, with the accessors that the compiler
 * found.
 *
 * @param <T> the object's type
 */
@FunctionalInterface
public interface MemberReader<T> {

  /** The value of a member, by its place in the {@linkplain ObjectForms form}; may throw. */
  @Nullable Object read(T object, int member);
}
