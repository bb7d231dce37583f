package com.acme.library;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.inject.Inject;

@QuarkusMain
public class LibraryApplication implements QuarkusApplication {

  @Inject Librarian librarian;

  @Override
  public int run(String... arguments) {
    System.out.println(librarian.answer("reader-7", "Is Walden there? Keep it for me."));
    return 0;
  }
}
