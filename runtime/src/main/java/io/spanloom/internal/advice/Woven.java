package io.spanloom.internal.advice;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class that the build has woven. The Maven plugin adds it to class files; it is not for
 * source code.
 *
 * <p>Other weavers may weave their aspects into such a class. Spanloom's aspects leave it alone, so
 * that no method is traced twice.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Woven {}
