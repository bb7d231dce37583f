package shapes;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import org.springframework.ai.tool.annotation.ToolParam;

/** Tools that other libraries' annotations make known. */
interface Foreign {

  @Tool("Looks up.")
  String lookUp(@P("the word") String word);

  /** Is traced for the annotation of the interface. */
  final class Plain implements Foreign {
    @Override
    public String lookUp(String word) {
      return word;
    }

    @Tool(name = "translate_word", value = "Translates.")
    String translate(@P("the word") String word) {
      return word;
    }

    @org.springframework.ai.tool.annotation.Tool(description = "Spells.")
    static String spell(@ToolParam(description = "the word") String word) {
      return word;
    }
  }

  /** Is traced for its own. */
  final class Own implements Foreign {
    @Override
    @org.springframework.ai.tool.annotation.Tool(name = "own_look_up", description = "Looks up.")
    public String lookUp(String word) {
      return word;
    }
  }
}
