package io.spanloom.benchmarks.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tool's argument as large as wanted: documents with prose, ids, numbers, and people's addresses.
 */
final class SampleRecord {

  private static final String PROSE =
      "The engine might compose elaborate and scientific pieces of music of any degree of complexity"
          + " or extent. In 1843 the notes were printed with a table of operations, variables and"
          + " results; readers called it \"the first program\", though its author never saw it run."
          + " A note of 3 March asks for the third volume, pages 12 to 48, at a price of 4.50.\n";

  private static final int EVERY_ADDRESS = 4;

  private SampleRecord() {}

  /** About so many characters of JSON, an e-mail address in every fourth document. */
  static Map<String, Object> withAddresses(int characters) {
    return of(characters, true);
  }

  /** The same with nothing in it that would be redacted. */
  static Map<String, Object> withoutAddresses(int characters) {
    return of(characters, false);
  }

  private static Map<String, Object> of(int characters, boolean addresses) {
    List<Map<String, Object>> documents = new ArrayList<>();
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("collection", "letters");
    record.put("documents", documents);
    int written = Json.write(record).length();
    while (written < characters) {
      int number = documents.size();
      boolean addressed = addresses && number % EVERY_ADDRESS == 0;
      Map<String, Object> document = document(number, addressed, characters - written);
      documents.add(document);
      written += Json.write(document).length() + 1;
    }
    return record;
  }

  private static Map<String, Object> document(int number, boolean addressed, int room) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", "letter-" + number);
    document.put("author", addressed ? "ada" + number + "@example.org" : "Ada Lovelace");
    document.put("volume", number % 7);
    document.put("score", number / 1024.0);
    document.put("printed", number % 3 == 0);
    document.put("tags", List.of("engine", "notes", "folio " + number % 10));
    document.put("text", PROSE.substring(0, Math.min(PROSE.length(), Math.max(1, room - 130))));
    return document;
  }
}
