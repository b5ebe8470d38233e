package org.jiujin.kiosk.screen.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Parts one below the other, a page at a time, turned by buttons: nobody has to know how to flick.
///
/// Pages follow from the room there is. With one page there is no bar.
public final class PagedBox extends Region {
  private final List<Node> items;
  private final List<Integer> firstOfPage = new ArrayList<>(List.of(0));
  private final IntegerProperty page = new SimpleIntegerProperty(0);
  private final Texts texts;
  private final KioskButton previous;
  private final KioskButton next;
  private final Label position = Parts.words("", "page-position");
  private final HBox bar;
  private @Nullable Node revealed;

  public PagedBox(Texts texts, List<? extends Node> items) {
    this.texts = texts;
    this.items = List.copyOf(items);
    position.setWrapText(false);
    position.setMinWidth(USE_PREF_SIZE);
    previous = turner("page.previous", Icon.Shape.ARROW_UP, -1);
    next = turner("page.next", Icon.Shape.ARROW_DOWN, 1);
    bar = Parts.row("page-bar", previous, Parts.spring(), position, Parts.spring(), next);
    getStyleClass().setAll("paged-box");
    getChildren().setAll(this.items);
    getChildren().add(bar);
    page.addListener(_ -> requestLayout());
  }

  /// The page shown, from 0.
  public IntegerProperty pageProperty() {
    return page;
  }

  /// Turns to the page on which an item stands, once the pages are known.
  public void reveal(Node item) {
    revealed = item;
    requestLayout();
  }

  private KioskButton turner(String key, Icon.Shape shape, int by) {
    var turner =
        KioskButton.of(
                KioskButton.Kind.SECONDARY,
                key,
                texts.text(key),
                () -> page.set(Math.clamp(page.get() + by, 0, firstOfPage.size() - 1)))
            .withIcon(shape);
    turner.setMinWidth(USE_PREF_SIZE);
    return turner;
  }

  @Override
  protected void layoutChildren() {
    double left = snappedLeftInset();
    double top = snappedTopInset();
    double width = getWidth() - left - snappedRightInset();
    double room = getHeight() - top - snappedBottomInset();
    double barHeight = snapSizeY(bar.prefHeight(width));
    breakPages(width, room);
    if (firstOfPage.size() > 1) {
      breakPages(width, room - barHeight - gap());
    }
    turnToRevealed();
    showPage(left, top, width, room);
    bar.setVisible(firstOfPage.size() > 1);
    bar.resizeRelocate(left, top + room - barHeight, width, barHeight);
  }

  private void turnToRevealed() {
    int index = revealed == null ? -1 : items.indexOf(revealed);
    revealed = null;
    for (int i = 0; index >= 0 && i < firstOfPage.size(); i++) {
      if (firstOfPage.get(i) <= index) {
        page.set(i);
      }
    }
  }

  private void breakPages(double width, double room) {
    firstOfPage.clear();
    firstOfPage.add(0);
    double used = 0;
    for (int i = 0; i < items.size(); i++) {
      double height = height(items.get(i), width);
      if (height == 0) {
        continue;
      }
      if (used > 0 && used + gap() + height > room) {
        firstOfPage.add(i);
        used = 0;
      }
      used += (used > 0 ? gap() : 0) + height;
    }
  }

  /// A single item gets all the room.
  private void showPage(double left, double top, double width, double room) {
    int shown = Math.min(page.get(), firstOfPage.size() - 1);
    int from = firstOfPage.get(shown);
    int to = shown + 1 < firstOfPage.size() ? firstOfPage.get(shown + 1) : items.size();
    double y = top;
    for (int i = 0; i < items.size(); i++) {
      Node item = items.get(i);
      boolean visible = i >= from && i < to && item.isManaged();
      item.setVisible(visible);
      if (visible) {
        double height =
            items.size() == 1 ? Math.max(room, height(item, width)) : height(item, width);
        item.resizeRelocate(left, y, width, height);
        y += height + gap();
      }
    }
    previous.setDisable(shown == 0);
    next.setDisable(shown == firstOfPage.size() - 1);
    position.setText(texts.text("page.position", shown + 1, firstOfPage.size()));
  }

  private double height(Node item, double width) {
    return item.isManaged() ? snapSizeY(item.prefHeight(width)) : 0;
  }

  /// Between two parts: the spacing of the bar, which the theme gives in `em`.
  private double gap() {
    return snapSizeY(bar.getSpacing());
  }

  @Override
  protected double computePrefHeight(double width) {
    double height = snappedTopInset() + snappedBottomInset();
    for (Node item : items) {
      height += height(item, width) + gap();
    }
    return height;
  }

  @Override
  protected double computeMinHeight(double width) {
    return bar.minHeight(width) * 2;
  }
}
