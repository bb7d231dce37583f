package io.spanloom.example.rag.model;

/** Where a model is reached, with which key, and which one is asked for. */
public record ModelAddress(String baseUrl, String apiKey, String model) {

  /** Leaves the key out. */
  @Override
  public String toString() {
    return model + " at " + baseUrl;
  }
}
