package com.acme.library;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import java.util.function.Supplier;

@JsonClassDescription("Keeps a book for some days.")
public class ReserveBook implements Supplier<String> {

  public String title;
  public int days;

  @Override
  public String get() {
    return title + " is kept for " + days + " days";
  }
}
