package io.spanloom.llm;

import java.util.Base64;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A part of a message, where a message is more than one text.
 *
 * <p>The kinds are those of the GenAI conventions' message schemas. A message's tool calls are not
 * parts: see {@link LlmMessage#toolCalls}.
 */
public sealed interface LlmPart {

  /** The modality of pictures. */
  String IMAGE = "image";

  /** The modality of sound. */
  String AUDIO = "audio";

  /** The modality of films. */
  String VIDEO = "video";

  /** The modality of documents and of whatever else is in a file. */
  String FILE = "file";

  /**
   * A text.
   *
   * @param text what is said; content
   * @param signature the provider's opaque signature of it; content
   */
  record Text(String text, @Nullable String signature) implements LlmPart {

    /** A text without a signature. */
    public Text(String text) {
      this(text, null);
    }
  }

  /**
   * What the model thought before it answered, as far as the provider shows it.
   *
   * @param id the provider's identifier of it
   * @param text what was thought, or its summary; content
   * @param signature the provider's opaque signature of it; content
   * @param encrypted what was thought as the provider encrypts it; content
   * @param redacted whether the provider shows nothing but {@code encrypted}, on purpose
   */
  record Reasoning(
      @Nullable String id,
      @Nullable String text,
      @Nullable String signature,
      @Nullable String encrypted,
      boolean redacted)
      implements LlmPart {

    /** Reasoning that is shown. */
    public Reasoning(@Nullable String text, @Nullable String signature) {
      this(null, text, signature, null, false);
    }

    /** Reasoning that the provider has redacted. */
    public static Reasoning redacted(@Nullable String encrypted) {
      return new Reasoning(null, null, null, encrypted, true);
    }
  }

  /**
   * Data within the message.
   *
   * @param modality {@value #IMAGE}, {@value #AUDIO}, {@value #VIDEO} or {@value #FILE}
   * @param mimeType the data's media type
   * @param base64Length how many characters the data has in base64
   * @param base64 the data in base64, read only if it is recorded; content
   */
  record Blob(
      String modality, @Nullable String mimeType, long base64Length, Supplier<String> base64)
      implements LlmPart {

    /** Data in base64. */
    public static Blob ofBase64(@Nullable String modality, @Nullable String mimeType, String data) {
      return new Blob(LlmPart.modality(modality, mimeType), mimeType, data.length(), () -> data);
    }

    /** Data as it is; encoded only if it is recorded. */
    public static Blob ofBytes(@Nullable String modality, @Nullable String mimeType, byte[] data) {
      return new Blob(
          LlmPart.modality(modality, mimeType),
          mimeType,
          4 * ((data.length + 2L) / 3),
          () -> Base64.getEncoder().encodeToString(data));
    }
  }

  /**
   * Data that a URI names.
   *
   * @param modality {@value #IMAGE}, {@value #AUDIO}, {@value #VIDEO} or {@value #FILE}
   * @param mimeType the data's media type
   * @param uri where the data is; content
   */
  record Uri(String modality, @Nullable String mimeType, String uri) implements LlmPart {}

  /**
   * A file that the provider has.
   *
   * @param modality {@value #IMAGE}, {@value #AUDIO}, {@value #VIDEO} or {@value #FILE}
   * @param mimeType the file's media type
   * @param fileId the provider's identifier of it
   */
  record FileRef(String modality, @Nullable String mimeType, String fileId) implements LlmPart {}

  /**
   * The model's refusal to answer.
   *
   * @param text what it says; content
   */
  record Refusal(String text) implements LlmPart {}

  /**
   * A tool that the provider runs itself, such as a web search.
   *
   * @param id the provider's identifier of the call
   * @param name the tool's name
   * @param arguments what it is called with as JSON text; content
   */
  record ServerToolCall(@Nullable String id, String name, @Nullable String arguments)
      implements LlmPart {}

  /**
   * What a tool returned that the provider has run itself.
   *
   * @param id the provider's identifier of the call
   * @param name the tool's name
   * @param result what it returned as JSON text; content
   */
  record ServerToolResult(@Nullable String id, @Nullable String name, @Nullable String result)
      implements LlmPart {}

  /**
   * A part of another kind.
   *
   * @param type the provider's word for the kind
   * @param json the part as JSON text; content
   */
  record Other(String type, @Nullable String json) implements LlmPart {}

  /**
   * Data at a URL, which may be a {@code data:} URL with the data in it.
   *
   * @param modality what it is; {@code null} leaves it to the media type
   */
  static LlmPart ofUrl(@Nullable String modality, @Nullable String mimeType, String url) {
    int comma = url.startsWith("data:") ? url.indexOf(',') : -1;
    if (comma < 0 || !url.startsWith(";base64", comma - ";base64".length())) {
      return new Uri(modality(modality, mimeType), mimeType, url);
    }
    int end = url.indexOf(';');
    String type = end > "data:".length() ? url.substring("data:".length(), end) : mimeType;
    return new Blob(
        modality(modality, type), type, url.length() - comma - 1L, () -> url.substring(comma + 1));
  }

  /** What data is: as given, else by its media type. */
  static String modality(@Nullable String known, @Nullable String mimeType) {
    if (known != null) {
      return known;
    }
    String type = mimeType == null ? "" : mimeType.toLowerCase(Locale.ROOT);
    if (type.startsWith("image/")) {
      return IMAGE;
    }
    return type.startsWith("audio/") ? AUDIO : type.startsWith("video/") ? VIDEO : FILE;
  }
}
