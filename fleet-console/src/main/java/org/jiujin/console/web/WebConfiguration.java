package org.jiujin.console.web;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Headers of every answer, and the fonts from outside the program.
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
  /// Everything comes from the console itself, and nothing inline runs.
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
          + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private final WebSettings settings;

  WebConfiguration(WebSettings settings) {
    this.settings = settings;
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    String folder = settings.fonts().toAbsolutePath().normalize().toUri().toString();
    registry
        .addResourceHandler("/fonts/*.ttf")
        .addResourceLocations(folder.endsWith("/") ? folder : folder + "/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(30)));
  }

  @Bean
  Filter protectiveHeaders() {
    return (request, response, chain) -> {
      if (response instanceof HttpServletResponse answer) {
        answer.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("Referrer-Policy", "same-origin");
        answer.setHeader("Cross-Origin-Resource-Policy", "same-origin");
      }
      chain.doFilter(request, response);
    };
  }
}
