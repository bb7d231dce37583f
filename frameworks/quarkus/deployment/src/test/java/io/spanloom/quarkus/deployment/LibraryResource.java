package io.spanloom.quarkus.deployment;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The librarian over HTTP; the answer is followed by the trace of those before. */
@Path("/library")
public class LibraryResource {

  @Inject Librarian librarian;

  @Inject Exported exported;

  @GET
  @Path("/answer")
  public String answer() {
    return librarian.answer("reader-7", "Walden");
  }

  @GET
  @Path("/trace")
  public String trace() {
    return exported.tree();
  }
}
