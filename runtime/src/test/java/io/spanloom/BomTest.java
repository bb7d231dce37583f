package io.spanloom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What programs import to have one version of all of Spanloom. */
class BomTest {

  private static final Path ROOT = Path.of("..");

  @Test
  void listsEveryPublishedArtifactAndNobodyElses() throws Exception {
    Element bom = pom(ROOT.resolve("bom"));
    List<String> listed = new ArrayList<>();
    for (Element each : children(child(child(bom, "dependencyManagement"), "dependencies"))) {
      assertThat(text(each, "groupId")).isEqualTo("io.spanloom");
      assertThat(text(each, "version")).isEqualTo("${project.version}");
      listed.add(text(each, "artifactId"));
    }
    List<String> published = new ArrayList<>();
    collectPublished(ROOT, published);

    assertThat(listed).containsExactlyInAnyOrderElementsOf(published);
  }

  @Test
  void hasTheProjectsVersionAndNoParent() throws Exception {
    Element bom = pom(ROOT.resolve("bom"));

    assertThat(text(bom, "version")).isEqualTo(text(pom(ROOT), "version"));
    assertThat(child(bom, "parent")).isNull();
  }

  private static void collectPublished(Path directory, List<String> published) throws Exception {
    Element pom = pom(directory);
    Element properties = child(pom, "properties");
    if (properties != null && "true".equals(text(properties, "maven.deploy.skip"))) {
      return;
    }
    if (!"pom".equals(text(pom, "packaging"))) {
      published.add(text(pom, "artifactId"));
    }
    Element modules = child(pom, "modules");
    if (modules != null) {
      for (Element module : children(modules)) {
        collectPublished(directory.resolve(module.getTextContent()), published);
      }
    }
  }

  private static Element pom(Path directory)
      throws ParserConfigurationException, IOException, SAXException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(directory.resolve("pom.xml").toFile())
        .getDocumentElement();
  }

  private static String text(Element parent, String name) {
    Element child = child(parent, name);
    return child == null ? null : child.getTextContent();
  }

  private static Element child(Element parent, String name) {
    return children(parent).stream()
        .filter(each -> each.getTagName().equals(name))
        .findFirst()
        .orElse(null);
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }
}
