package io.spanloom.example.rag.document;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The documents that the build packaged: this project's README and {@code docs}. */
public final class DocumentSet {

  private static final String ROOT = "documents";

  private final List<Passage> passages;
  private final int documents;

  private DocumentSet(List<Passage> passages, int documents) {
    this.passages = passages;
    this.documents = documents;
  }

  /**
   * Reads the documents, out of a directory of classes or a jar.
   *
   * @throws IOException when they are not there
   */
  public static DocumentSet packaged() throws IOException {
    URL readme = DocumentSet.class.getClassLoader().getResource(ROOT + "/README.md");
    if (readme == null) {
      throw new IOException("no documents on the class path; build examples/rag with Maven");
    }
    try {
      URI uri = readme.toURI();
      if (!uri.getScheme().equals("jar")) {
        return read(Path.of(uri).resolveSibling(""));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return read(jar.getPath(ROOT));
      }
    } catch (URISyntaxException impossible) {
      throw new IOException(impossible);
    }
  }

  /** All passages, document by document. */
  public List<Passage> passages() {
    return passages;
  }

  /** How many documents there are. */
  public int documents() {
    return documents;
  }

  /** Changes whenever a passage does. */
  public String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Passage passage : passages) {
        digest.update(passage.toString().getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static DocumentSet read(Path root) throws IOException {
    MarkdownSplitter splitter = new MarkdownSplitter();
    List<Passage> passages = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> all = Files.walk(root)) {
      files = all.filter(it -> it.toString().endsWith(".md")).sorted().toList();
    }
    for (Path file : files) {
      String path = root.relativize(file).toString().replace('\\', '/');
      passages.addAll(splitter.split(new DocumentFile(path, Files.readString(file))));
    }
    return new DocumentSet(List.copyOf(passages), files.size());
  }
}
