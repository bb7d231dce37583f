package com.acme.library;

import io.quarkiverse.langchain4j.RegisterAiService;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
@RegisterAiService(tools = Catalogue.class)
public interface Assistant {

  String answer(String question);
}
