package io.spanloom.example.rag.search;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;

/**
 * English words by their stems, and the parts of names in code: {@code SPANLOOM_CONTENT} is found
 * by "content", {@code @ToolCallId} by "tool".
 */
final class EnglishWords extends Analyzer {

  private static final int PARTS_OF_NAMES =
      WordDelimiterGraphFilter.GENERATE_WORD_PARTS
          | WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS
          | WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE
          | WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE;

  private static final CharArraySet SILENT = silentWords();

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new WhitespaceTokenizer();
    TokenStream parts =
        new LowerCaseFilter(new WordDelimiterGraphFilter(words, PARTS_OF_NAMES, null));
    return new TokenStreamComponents(words, new PorterStemFilter(new StopFilter(parts, SILENT)));
  }

  /** Lucene's, and what makes a sentence a question but says nothing about its subject. */
  private static CharArraySet silentWords() {
    CharArraySet words = new CharArraySet(EnglishAnalyzer.ENGLISH_STOP_WORDS_SET, true);
    words.addAll(
        List.of(
            "can", "could", "did", "do", "does", "from", "had", "has", "have", "how", "i", "its",
            "me", "my", "should", "so", "than", "we", "were", "what", "when", "where", "which",
            "who", "why", "would", "you", "your"));
    return CharArraySet.unmodifiableSet(words);
  }
}
