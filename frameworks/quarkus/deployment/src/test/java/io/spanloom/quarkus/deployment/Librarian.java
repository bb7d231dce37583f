package io.spanloom.quarkus.deployment;

import io.smallrye.mutiny.Uni;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.SessionId;
import io.spanloom.annotations.Tool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** An agent as a bean, with a tool that answers on another thread. */
@ApplicationScoped
public class Librarian {

  @Inject Catalogue catalogue;

  @Agent("librarian")
  public String answer(@SessionId String reader, String title) {
    return catalogue.find(title).await().atMost(Duration.ofSeconds(20));
  }

  @ApplicationScoped
  public static class Catalogue {

    /** Finds the shelf a book is on. */
    @Tool("find_book")
    public Uni<String> find(String title) {
      return Uni.createFrom()
          .item(title + " is on shelf 12")
          .onItem()
          .delayIt()
          .by(Duration.ofMillis(1))
          .invoke(this::look);
    }

    private void look(String found) {
      Audit.look();
    }
  }
}
