package org.jiujin.device.virtual.paper;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.SplittableRandom;

/// Takes the picture of a scene: for each pixel the ray to the desk, then light, lens and noise.
final class SceneCamera {
  private final PaperScene scene;
  private final int width;
  private final int height;
  private final Pose pose;
  private final double[] toSheet;
  private final BufferedImage sheet;
  private final double scale;
  private final Light light;

  SceneCamera(PaperScene scene, int width, int height) {
    this.scene = scene;
    this.width = width;
    this.height = height;
    this.pose = scene.pose(width, height);
    this.toSheet = inverse(pose.toPixels(scene.sheet(), width, height));
    // One pixel of the drawing for one of the picture, so that looking it up needs no smoothing.
    this.scale = pose.focal() * width / pose.distance();
    this.sheet = scene.sheet().draw(new SplittableRandom(scene.seed() + 1), scale);
    this.light = new Light(scene, width, height);
  }

  BufferedImage take(int frame) {
    var rays = new float[width * height * 3];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        ray(x, y, rays, (y * width + x) * 3);
      }
    }
    light.shine(rays, pose, scene.sheet());
    light.blur(rays);
    return expose(rays, frame);
  }

  private void ray(int x, int y, float[] rays, int at) {
    double w = toSheet[6] * x + toSheet[7] * y + toSheet[8];
    double u = (toSheet[0] * x + toSheet[1] * y + toSheet[2]) / w;
    double v = (toSheet[3] * x + toSheet[4] * y + toSheet[5]) / w;
    double shadow = scene.spoiling() == Spoiling.NO_PAGE ? 1 : contactShadow(u, v);
    for (int channel = 0; channel < 3; channel++) {
      rays[at + channel] = (float) (scene.desk().shade(channel, u, v) * shadow);
    }
    if (scene.spoiling() != Spoiling.NO_PAGE) {
      paper(u * scale + 0.5, v * scale + 0.5, rays, at);
    }
  }

  /// A sheet lies close to the desk and darkens a narrow rim of it.
  private double contactShadow(double u, double v) {
    double outX = Math.max(-u, u - scene.sheet().widthMillimetres());
    double outY = Math.max(-v, v - scene.sheet().heightMillimetres());
    double out = Math.hypot(Math.max(outX, 0), Math.max(outY, 0));
    double reach = scene.sheet().widthMillimetres() / 80;
    return 1 - 0.22 * Math.exp(-out / reach);
  }

  /// The drawing at a place between its pixels, laid over the desk.
  private void paper(double x, double y, float[] rays, int at) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    if (left < 0 || top < 0 || left + 1 >= sheet.getWidth() || top + 1 >= sheet.getHeight()) {
      return;
    }
    double fx = x - left;
    double fy = y - top;
    double[] sum = new double[4];
    add(sum, sheet.getRGB(left, top), (1 - fx) * (1 - fy));
    add(sum, sheet.getRGB(left + 1, top), fx * (1 - fy));
    add(sum, sheet.getRGB(left, top + 1), (1 - fx) * fy);
    add(sum, sheet.getRGB(left + 1, top + 1), fx * fy);
    for (int channel = 0; channel < 3; channel++) {
      rays[at + channel] = (float) (rays[at + channel] * (1 - sum[3]) + sum[channel]);
    }
  }

  private static void add(double[] sum, int colour, double weight) {
    double covers = (colour >>> 24) / 255.0 * weight;
    sum[0] += (colour & 0xFF) * covers;
    sum[1] += ((colour >> 8) & 0xFF) * covers;
    sum[2] += ((colour >> 16) & 0xFF) * covers;
    sum[3] += covers;
  }

  private BufferedImage expose(float[] rays, int frame) {
    var random = new SplittableRandom(scene.seed() * 1_000 + frame);
    double noise = 1.5 + 1.5 * new SplittableRandom(scene.seed()).nextDouble();
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    byte[] bytes = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < bytes.length; i++) {
      // The sum of three is near enough to a bell for a sensor, and far quicker than one.
      int bits = random.nextInt();
      double bell =
          ((bits & 0x3FF) + ((bits >>> 10) & 0x3FF) + ((bits >>> 20) & 0x3FF)) / 1023.0 - 1.5;
      bytes[i] = (byte) Math.clamp(Math.round(rays[i] + 2 * noise * bell), 0, 255);
    }
    return picture;
  }

  private static double[] inverse(double[] m) {
    double a = m[4] * m[8] - m[5] * m[7];
    double b = m[5] * m[6] - m[3] * m[8];
    double c = m[3] * m[7] - m[4] * m[6];
    return new double[] {
      a, m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
      b, m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
      c, m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]
    };
  }
}
