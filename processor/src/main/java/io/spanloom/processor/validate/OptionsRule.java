package io.spanloom.processor.validate;

import io.spanloom.processor.model.CompilerOptions;
import io.spanloom.processor.model.Origin;
import io.spanloom.processor.report.DiagnosticCode;
import io.spanloom.processor.report.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/** What a build says with {@code -Aspanloom.…} is understood. */
public final class OptionsRule {

  private OptionsRule() {}

  /** Everything wrong with a compiler's options. */
  public static List<Finding> check(Map<String, String> options, Origin origin) {
    List<Finding> findings = new ArrayList<>();
    for (String name : new TreeMap<>(options).keySet()) {
      if (name.startsWith(CompilerOptions.PREFIX) && !CompilerOptions.NAMES.contains(name)) {
        findings.add(unknown(name, origin));
      }
    }
    String warnings = options.get(CompilerOptions.WARNINGS);
    if (options.containsKey(CompilerOptions.WARNINGS) && !isSwitch(warnings)) {
      findings.add(
          illegal(
              CompilerOptions.WARNINGS, String.valueOf(warnings), "Say 'on' or 'off'.", origin));
    }
    for (String annotation : CompilerOptions.names(options)) {
      if (!SourceVersion.isName(annotation)) {
        String fix = "Say com.acme.Function,com.acme.Command, or none.";
        findings.add(illegal(CompilerOptions.TOOL_ANNOTATIONS, annotation, fix, origin));
      }
    }
    return findings;
  }

  private static boolean isSwitch(@Nullable String value) {
    return value != null && Set.of("on", "off").contains(value);
  }

  private static Finding unknown(String name, Origin origin) {
    String all = "The options are: " + String.join(", ", CompilerOptions.NAMES) + ".";
    return new Finding(
        DiagnosticCode.UNKNOWN_OPTION,
        origin,
        "An option of the processor has a name that it knows.",
        "It does not know '-A%s'.".formatted(name),
        Suggestion.nearest(name, CompilerOptions.NAMES).map(Suggestion::question).orElse(all));
  }

  private static Finding illegal(String name, String value, String fix, Origin origin) {
    return new Finding(
        DiagnosticCode.ILLEGAL_OPTION,
        origin,
        "An option of the processor has a value that it understands.",
        "It does not understand '-A%s=%s'.".formatted(name, value),
        fix);
  }
}
