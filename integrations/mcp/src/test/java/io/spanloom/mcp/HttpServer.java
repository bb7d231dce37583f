package io.spanloom.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncToolSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;

/** An MCP server behind HTTP, on a port of its own. */
final class HttpServer implements AutoCloseable {

  private final Tomcat tomcat = new Tomcat();
  private final Runnable closing;

  @SuppressWarnings("deprecation") // of a method that others overload
  private HttpServer(Servlet servlet, Runnable closing) {
    this.closing = closing;
    try {
      tomcat.setBaseDir(Files.createTempDirectory("tomcat").toString());
      tomcat.setPort(0);
      Context context = tomcat.addContext("", null);
      Wrapper wrapper = Tomcat.addServlet(context, "mcp", servlet);
      wrapper.setAsyncSupported(true);
      context.addServletMappingDecoded("/*", "mcp");
      tomcat.getConnector();
      tomcat.start();
    } catch (IOException | LifecycleException failure) {
      throw new IllegalStateException("Tomcat has not started.", failure);
    }
  }

  static HttpServer sync(List<SyncToolSpecification> tools) {
    HttpServletStreamableServerTransportProvider transport = streamable();
    var server = McpServer.sync(transport).serverInfo("library", "1").tools(tools).build();
    return new HttpServer(transport, server::close);
  }

  static HttpServer async(AsyncToolSpecification tool) {
    HttpServletStreamableServerTransportProvider transport = streamable();
    var server = McpServer.async(transport).serverInfo("library", "1").tools(tool).build();
    return new HttpServer(transport, server::close);
  }

  static HttpServer stateless(McpStatelessServerFeatures.SyncToolSpecification tool) {
    HttpServletStatelessServerTransport transport =
        HttpServletStatelessServerTransport.builder()
            .jsonMapper(McpJsonDefaults.getMapper())
            .build();
    var server = McpServer.sync(transport).serverInfo("library", "1").tools(tool).build();
    return new HttpServer(transport, server::close);
  }

  private static HttpServletStreamableServerTransportProvider streamable() {
    return HttpServletStreamableServerTransportProvider.builder()
        .jsonMapper(McpJsonDefaults.getMapper())
        .build();
  }

  String url() {
    return "http://localhost:" + tomcat.getConnector().getLocalPort();
  }

  @Override
  public void close() {
    closing.run();
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException failure) {
      throw new IllegalStateException("Tomcat has not stopped.", failure);
    }
  }
}
