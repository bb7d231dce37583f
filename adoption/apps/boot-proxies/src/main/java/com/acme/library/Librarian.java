package com.acme.library;

import io.spanloom.annotations.Agent;
import io.spanloom.annotations.SessionId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A class that Spring makes a subclass of, which calls classes that it makes proxies of. */
@Service
public class Librarian {

  private final Catalogue catalogue;
  private final Loans loans;

  public Librarian(Catalogue catalogue, Loans loans) {
    this.catalogue = catalogue;
    this.loans = loans;
  }

  @Agent("librarian")
  @Transactional
  public String answer(@SessionId String reader, String title) {
    String shelf = catalogue.find("call_1", title);
    String cached = catalogue.find("call_1", title);
    int copies = catalogue.count("call_2", title).join();
    return shelf.equals(cached)
        ? shelf + ", " + copies + ", " + loans.reserve("call_3", title)
        : "";
  }
}
