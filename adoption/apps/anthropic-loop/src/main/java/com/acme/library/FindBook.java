package com.acme.library;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import java.util.function.Supplier;

@JsonClassDescription("Finds the shelf a book is on.")
public class FindBook implements Supplier<String> {

  public String title;

  @Override
  public String get() {
    return title + " is on shelf 12";
  }
}
