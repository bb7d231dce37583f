package io.spanloom.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps a value from ever leaving the process, whatever the content capture mode.
 *
 * <p>On a method it stands for the method's result; on a type for every value of that type. Of an
 * tool's argument that is a record, the other components are still recorded as content; any other
 * argument or result is not recorded at all if something inside it is sensitive.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({
  ElementType.PARAMETER,
  ElementType.METHOD,
  ElementType.RECORD_COMPONENT,
  ElementType.FIELD,
  ElementType.TYPE
})
public @interface Sensitive {}
