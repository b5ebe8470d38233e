package org.jiujin.console.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The stream of changes: events `terminal` with a terminal as in [ApiTerminal], and `link`.
@RestController
class EventController {
  private final EventStreams streams;

  EventController(EventStreams streams) {
    this.streams = streams;
  }

  @GetMapping("/events")
  ResponseEntity<SseEmitter> events() {
    return streams
        .open()
        .map(stream ->
            ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .body(stream.emitter()))
        .orElseGet(() -> ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build());
  }
}
