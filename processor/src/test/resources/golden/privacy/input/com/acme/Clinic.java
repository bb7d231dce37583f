package com.acme;

import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Input;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Sensitive;
import io.spanloom.annotations.Tool;

/** What is sensitive is neither bound nor passed on; what is near it still can be captured. */
class Clinic {

  record Patient(String ward, @Sensitive String name) {}

  @Sensitive
  record Diagnosis(String code) {}

  record Prompt(String text) {}

  /** Holds no secret itself, but one inside. */
  record Visit(Patient patient, int number) {}

  /** Looks a patient up. */
  @Tool
  Patient find(@Attribute(key = "app.ward", path = "ward") Patient like, int limit) {
    return like;
  }

  /** Books a visit. */
  @Tool
  void book(Visit visit, @Sensitive String insurance, Diagnosis diagnosis, String day) {}

  @LlmCall(provider = "anthropic", model = "claude")
  @Sensitive
  String ask(@Sensitive Prompt secret, Prompt prompt) {
    return prompt.text();
  }

  /** Notes something down. */
  @Tool
  void note(@Input String text, @Input(path = "number") Visit visit, String ignored) {}
}
