package io.spanloom.langchain4j;

import dev.langchain4j.service.Result;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.service.UserMessage;

/** An AI service. */
interface Assistant {

  String answer(@UserMessage String question);

  Result<String> explain(@UserMessage String question);

  TokenStream stream(@UserMessage String question);
}
