package com.acme;

import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Task;
import io.spanloom.annotations.Tool;
import java.util.List;

/** Implemented here and there. */
public interface Search<Q> {

  /**
   * Finds what a question asks for.
   *
   * @param question the question
   */
  @Tool
  @Attribute(key = "app.hits", path = "size()")
  List<String> find(Q question);

  @Task
  default boolean isEmpty(Q question) {
    return find(question).isEmpty();
  }
}
