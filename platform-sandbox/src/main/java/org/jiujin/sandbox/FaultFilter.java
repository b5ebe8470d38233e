package org.jiujin.sandbox;

import jakarta.annotation.PreDestroy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.ObjectMapper;

/// Makes calls below /v1 go wrong as [Faults] says.
@Component
class FaultFilter extends OncePerRequestFilter {
  private static final Set<String> CHANGING = Set.of("/v1/applications", "/v1/ratings");

  private static final int PROMISED_BYTES = 1024;

  private final Faults faults;
  private final ObjectMapper json;
  private final CountDownLatch stopping = new CountDownLatch(1);

  FaultFilter(Faults faults, ObjectMapper json) {
    this.faults = faults;
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/v1/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean changes =
        request.getMethod().equals("POST") && CHANGING.contains(request.getRequestURI());
    Faults.Fault fault = faults.take(changes);
    switch (fault.kind()) {
      case NONE -> chain.doFilter(request, response);
      case SLOW -> {
        hold(fault.delay());
        chain.doFilter(request, response);
      }
      case ERROR -> answerUnavailable(response);
      case DROP_AFTER_ACCEPT -> {
        // the answer stays in the wrapper: carried out, and nobody is told
        chain.doFilter(request, new ContentCachingResponseWrapper(response));
        cutTheLine(response);
      }
    }
  }

  /// Promises bytes that never come and has the server close the connection: the client reads an unexpected end.
  private static void cutTheLine(HttpServletResponse response) throws IOException {
    response.setHeader("Connection", "close");
    response.setContentLength(PROMISED_BYTES);
    response.flushBuffer();
  }

  private void answerUnavailable(HttpServletResponse response) throws IOException {
    var problem = Problem.of(ProblemCode.PLATFORM_UNAVAILABLE);
    response.setStatus(problem.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }

  /// Waits, but not longer than the sandbox lives.
  private void hold(Duration delay) {
    try {
      boolean _ = stopping.await(delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @PreDestroy
  void stop() {
    stopping.countDown();
  }
}
