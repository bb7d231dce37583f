package com.acme.library;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Desk {

  private final Librarian librarian;

  Desk(Librarian librarian) {
    this.librarian = librarian;
  }

  @GetMapping("/ask")
  String ask(@RequestParam String reader) {
    return librarian.answer(reader, "Is Walden there? Keep it for me.");
  }
}
