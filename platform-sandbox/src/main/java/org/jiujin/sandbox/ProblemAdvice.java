package org.jiujin.sandbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// Turns what controllers throw into problem documents. Nothing from the request is repeated or logged.
@RestControllerAdvice
class ProblemAdvice {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler
  ResponseEntity<Object> contractBroken(ContractBrokenException e) {
    return e.problem().response();
  }

  @ExceptionHandler({
    HttpMessageNotReadableException.class,
    HttpRequestMethodNotSupportedException.class,
    HttpMediaTypeException.class
  })
  ResponseEntity<Object> unreadable() {
    return Problem.of(ProblemCode.BAD_REQUEST).response();
  }

  @ExceptionHandler({NoHandlerFoundException.class, NoResourceFoundException.class})
  ResponseEntity<Object> notFound() {
    return Problem.of(ProblemCode.NOT_FOUND).response();
  }

  @ExceptionHandler
  ResponseEntity<Object> failed(RuntimeException e) {
    LOG.error("A request failed", e);
    return Problem.of(ProblemCode.INTERNAL).response();
  }
}
