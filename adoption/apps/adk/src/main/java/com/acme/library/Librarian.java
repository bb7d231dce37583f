package com.acme.library;

import com.google.adk.agents.LlmAgent;
import com.google.adk.agents.RunConfig;
import com.google.adk.models.Gemini;
import com.google.adk.runner.InMemoryRunner;
import com.google.adk.tools.FunctionTool;
import com.google.genai.Client;
import com.google.genai.types.Content;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.Part;
import io.spanloom.adk.SpanloomPlugin;
import java.util.List;

final class Librarian {

  private final InMemoryRunner runner;

  Librarian(String modelUrl, String apiKey) {
    Client client =
        Client.builder()
            .apiKey(apiKey)
            .httpOptions(HttpOptions.builder().baseUrl(modelUrl).build())
            .build();
    Catalogue catalogue = new Catalogue();
    this.runner =
        new InMemoryRunner(
            LlmAgent.builder()
                .name("librarian")
                .model(new Gemini("gemini-2.5-flash", client))
                .tools(
                    FunctionTool.create(catalogue, "findBook"),
                    FunctionTool.create(catalogue, "reserveBook"))
                .build(),
            "library",
            List.of(new SpanloomPlugin()));
  }

  String answer(String reader, String question) {
    return runner
        .runAsync(
            reader,
            reader,
            Content.fromParts(Part.fromText(question)),
            RunConfig.builder().autoCreateSession(true).build())
        .blockingLast()
        .stringifyContent();
  }
}
