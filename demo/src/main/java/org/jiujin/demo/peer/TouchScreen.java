package org.jiujin.demo.peer;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The terminal's touch screen, seen and touched through its mirror.
public final class TouchScreen implements AutoCloseable {
  /// What is on the screen now.
  ///
  /// @param screen the name of the screen, `home` for example
  public record Look(String screen, List<Node> nodes) {
    /// The visible node of that id.
    public Optional<Node> node(String id) {
      return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
    }

    /// True if any visible text contains these characters.
    public boolean says(String text) {
      return nodes.stream().anyMatch(node -> node.words().contains(text));
    }

    /// The screen and its node ids; no text, so nothing personal.
    @Override
    public String toString() {
      return "screen " + screen + " with " + nodes.stream().map(Node::brief).toList();
    }
  }

  /// A visible node that has an id; lengths and places in scene pixels.
  public record Node(
      String id,
      @Nullable String text,
      double x,
      double y,
      double width,
      double height,
      boolean disabled) {
    /// The text, empty when there is none.
    public String words() {
      return text == null ? "" : text;
    }

    String brief() {
      return disabled ? id + " (disabled)" : id;
    }
  }

  /// A touch as the mirror takes it, in scene pixels.
  private record Touch(double x, double y, String kind) {}

  private final Web web;

  public TouchScreen(URI mirror) {
    this.web = new Web(mirror);
  }

  /// Looks at the screen.
  public Look look() {
    return web.json("/nodes", Look.class);
  }

  /// The screen as a PNG.
  public byte[] picture() {
    return web.bytes("/screen.png");
  }

  /// Touches the middle of a node for a moment.
  public void tap(Node node) {
    touch(node.x() + node.width() / 2, node.y() + node.height() / 2, "tap");
  }

  /// Draws one stroke with a finger on a node; places are parts of its width and height.
  public void draw(Node node, List<Place> line) {
    Place first = line.getFirst();
    touch(node, first, "press");
    line.stream().skip(1).forEach(place -> touch(node, place, "drag"));
    touch(node, line.getLast(), "release");
  }

  /// A place inside a node: 0 to 1 from left to right and from top to bottom.
  public record Place(double across, double down) {}

  private void touch(Node node, Place place, String kind) {
    touch(node.x() + node.width() * place.across(), node.y() + node.height() * place.down(), kind);
  }

  private void touch(double x, double y, String kind) {
    web.postJson("/touch", new Touch(x, y, kind));
  }

  @Override
  public void close() {
    web.close();
  }
}
