package org.jiujin.demo.peer;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The hands at the device bench: they lay cards, pull cables and take paper.
public final class Bench implements AutoCloseable {
  /// What lies and stands on the bench.
  public record State(IdCard idcard, Receipt receipt, Network network) {}

  /// The identity-card reader.
  ///
  /// @param card the card on the reader, or null
  public record IdCard(boolean plugged, @Nullable String card) {}

  /// The receipt printer.
  ///
  /// @param strips how many strips of paper were cut since the start
  public record Receipt(boolean plugged, String paper, String cover, int strips) {}

  /// The cable to the province.
  public record Network(boolean connected) {}

  private final Web web;

  public Bench(URI bench) {
    this.web = new Web(bench);
  }

  public State state() {
    return web.json("/state", State.class);
  }

  public void lay(String card) {
    web.post("/idcard/lay/" + card);
  }

  public void lift() {
    web.post("/idcard/lift");
  }

  public void unplugReader() {
    web.post("/idcard/unplug");
  }

  public void plugReader() {
    web.post("/idcard/plug");
  }

  public void cutNetwork() {
    web.post("/network/cut");
  }

  public void restoreNetwork() {
    web.post("/network/restore");
  }

  public void takeReceipt() {
    web.post("/receipt/take");
  }

  /// The picture of a cut strip, counted from 1.
  public byte[] stripPicture(int number) {
    return web.bytes("/receipt/strips/" + number + ".png");
  }

  /// The text of a cut strip, counted from 1.
  public String stripText(int number) {
    return web.text("/receipt/strips/" + number + ".txt");
  }

  @Override
  public void close() {
    web.close();
  }
}
