package io.spanloom.weaver.blueprint;

import io.spanloom.weaver.blueprint.ClassFacts.MethodFacts;
import io.spanloom.weaver.blueprint.Reference.Call;
import java.util.HashSet;
import java.util.Set;

/**
 * Where the code speaks to the runtime about tool calls and sessions.
 *
 * @param announcing methods that tell of calls a model asks for
 * @param scoping methods that say which call the tools below execute
 * @param sessions whether the code joins sessions by itself
 */
record RuntimeApiCalls(Set<MethodKey> announcing, Set<MethodKey> scoping, boolean sessions) {

  private static final String TOOL_CALLS = "io/spanloom/ToolCalls";
  private static final String PROPAGATION = "io/spanloom/Propagation";
  private static final String AGENT_CONTEXT = "io/spanloom/AgentContext";

  static RuntimeApiCalls in(CodeBase code) {
    Set<MethodKey> announcing = new HashSet<>();
    Set<MethodKey> scoping = new HashSet<>();
    boolean sessions = false;
    for (ClassFacts type : code.classes().values()) {
      for (MethodFacts method : type.methods().values()) {
        for (Reference reference : method.references()) {
          if (reference instanceof Call call) {
            String owner = call.target().owner();
            String name = call.target().name();
            if (owner.equals(TOOL_CALLS) && name.equals("announce")) {
              announcing.add(method.key());
            } else if ((owner.equals(TOOL_CALLS) && name.equals("scope"))
                || (owner.equals(PROPAGATION) && name.equals("extract"))) {
              scoping.add(method.key());
            }
            sessions |= owner.equals(AGENT_CONTEXT) || owner.equals(PROPAGATION);
          }
        }
      }
    }
    return new RuntimeApiCalls(announcing, scoping, sessions);
  }
}
