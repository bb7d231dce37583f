package io.spanloom.example.legal.citation;

import io.spanloom.example.legal.citation.CitationCheck.Status;
import io.spanloom.example.legal.corpus.Authority;
import io.spanloom.example.legal.corpus.LegalDatabase;
import java.util.regex.Pattern;

/** Checks a citation against the corpus. */
final class CitationChecker {

  private static final Pattern FORM =
      Pattern.compile("\\d{1,3} Mer\\. (App\\. )?\\d{1,4}|Mer\\. Code § \\d{1,3}-\\d{1,4}");

  private final LegalDatabase database;

  CitationChecker(LegalDatabase database) {
    this.database = database;
  }

  CitationCheck check(String citation) {
    if (!FORM.matcher(citation).matches()) {
      return new CitationCheck(citation, Status.MALFORMED, "", "not the form of a citation");
    }
    Authority authority = database.find(citation);
    if (authority == null) {
      return new CitationCheck(citation, Status.UNKNOWN, "", "no such case or statute");
    }
    if (!authority.goodLaw()) {
      return new CitationCheck(
          citation, Status.OVERRULED, authority.name(), "overruled by " + authority.overruledBy());
    }
    return new CitationCheck(citation, Status.VALID, authority.name(), "");
  }
}
