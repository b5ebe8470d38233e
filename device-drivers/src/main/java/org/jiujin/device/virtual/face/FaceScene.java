package org.jiujin.device.virtual.face;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Kernel;
import java.awt.image.RescaleOp;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Somebody invented before a wall. The same seed gives the same picture.
public record FaceScene(long seed, FaceSpoiling spoiling) {
  /// The picture, blue, green and red a pixel.
  public BufferedImage render(int width, int height) {
    return render(width, height, 0);
  }

  /// One of several pictures that differ by the camera's noise alone.
  public BufferedImage render(int width, int height, int frame) {
    var random = new SplittableRandom(seed * 37 + 5);
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    var ink = picture.createGraphics();
    ink.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    wall(ink, random, width, height);
    double size =
        height * (spoiling == FaceSpoiling.TOO_FAR ? 0.16 : 0.42 + 0.08 * random.nextDouble());
    double x = width * (0.5 + 0.03 * (random.nextDouble() - 0.5));
    double y = height * 0.5;
    switch (spoiling) {
      case NO_FACE -> {
        // nobody
      }
      case TWO_FACES -> {
        new DrawnFace(random.split(), 0, false).draw(ink, x - width * 0.22, y, size * 0.8);
        new DrawnFace(random.split(), 0, false).draw(ink, x + width * 0.22, y, size * 0.8);
      }
      case OFF_CENTRE -> new DrawnFace(random, 0, false).draw(ink, width * 0.22, y, size * 0.9);
      case TURNED -> new DrawnFace(random, 0.75, false).draw(ink, x, y, size);
      case EYES_CLOSED -> new DrawnFace(random, 0, true).draw(ink, x, y, size);
      case BACKLIT -> silhouette(ink, random, width, height, size);
      default -> new DrawnFace(random, 0, false).draw(ink, x, y, size);
    }
    ink.dispose();
    return exposed(softened(picture), frame);
  }

  /// The lamps reach the wall only.
  private static void silhouette(
      Graphics2D wall, SplittableRandom random, int width, int height, double size) {
    var person = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    var ink = person.createGraphics();
    ink.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    new DrawnFace(random, 0, false).draw(ink, width * 0.5, height * 0.5, size);
    ink.dispose();
    float[] dim = {0.5f, 0.5f, 0.5f, 1};
    wall.drawImage(person, new RescaleOp(dim, new float[4], null), 0, 0);
  }

  private void wall(Graphics2D ink, SplittableRandom random, int width, int height) {
    int level = spoiling == FaceSpoiling.BACKLIT ? 250 : 120 + random.nextInt(60);
    var light = new Color(level, level, Math.max(0, level - 6));
    var dim = new Color(level * 9 / 10, level * 9 / 10, level * 9 / 10);
    ink.setPaint(new GradientPaint(0, 0, light, width, height, dim));
    ink.fillRect(0, 0, width, height);
  }

  /// A lens is never as sharp as a drawing, and now and then not sharp at all.
  private BufferedImage softened(BufferedImage sharp) {
    int passes = spoiling == FaceSpoiling.BLURRED ? 14 : 2;
    int side = spoiling == FaceSpoiling.BLURRED ? 7 : 3;
    float[] weights = new float[side];
    Arrays.fill(weights, 1f / side);
    var across = new ConvolveOp(new Kernel(side, 1, weights), ConvolveOp.EDGE_NO_OP, null);
    var down = new ConvolveOp(new Kernel(1, side, weights), ConvolveOp.EDGE_NO_OP, null);
    var soft = sharp;
    for (int pass = 0; pass < passes; pass++) {
      soft = down.filter(across.filter(soft, null), null);
    }
    return soft;
  }

  private BufferedImage exposed(BufferedImage scene, int frame) {
    double level =
        switch (spoiling) {
          case TOO_DARK -> 0.2;
          default -> 1;
        };
    var random = new SplittableRandom(seed * 1_000 + frame);
    var picture =
        new BufferedImage(scene.getWidth(), scene.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    picture.getGraphics().drawImage(scene, 0, 0, null);
    byte[] bytes = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < bytes.length; i++) {
      int bits = random.nextInt();
      double bell =
          ((bits & 0x3FF) + ((bits >>> 10) & 0x3FF) + ((bits >>> 20) & 0x3FF)) / 1023.0 - 1.5;
      bytes[i] = (byte) Math.clamp(Math.round((bytes[i] & 0xFF) * level + 3 * bell), 0, 255);
    }
    return picture;
  }
}
