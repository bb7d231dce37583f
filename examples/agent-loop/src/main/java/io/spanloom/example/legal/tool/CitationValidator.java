package io.spanloom.example.legal.tool;

import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.ToolCallId;
import io.spanloom.example.legal.citation.CitationClient;
import java.io.IOException;
import java.util.List;

/** Has citations checked by the citation service. */
public final class CitationValidator implements ResearchTool {

  private final CitationClient service;

  /** A validator that asks one service. */
  public CitationValidator(CitationClient service) {
    this.service = service;
  }

  @Override
  public ToolDescription description() {
    return ToolDescription.of(
        CitationValidator_Tools.CITATION_VALIDATOR_NAME,
        CitationValidator_Tools.CITATION_VALIDATOR_DESCRIPTION,
        CitationValidator_Tools.CITATION_VALIDATOR_SCHEMA);
  }

  @Override
  public ValidationResult call(String callId, ToolArguments arguments) throws ToolException {
    List<String> citations = arguments.texts("citations");
    try {
      return validate(callId, citations);
    } catch (IOException failure) {
      throw new ToolException("Cannot check citations", failure);
    }
  }

  /**
   * Tells of each citation whether it exists and is still good law.
   *
   * @param citations the citations, exactly as found
   */
  @Tool("citation_validator")
  @Attribute(key = "app.citations.checked", path = "count()")
  @Attribute(key = "app.citations.rejected", path = "rejected()")
  ValidationResult validate(@ToolCallId String callId, List<String> citations) throws IOException {
    return new ValidationResult(service.check(citations));
  }
}
