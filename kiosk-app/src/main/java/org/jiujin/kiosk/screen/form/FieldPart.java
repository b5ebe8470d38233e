package org.jiujin.kiosk.screen.form;

import java.util.List;
import javafx.scene.Node;

/// One field on the page.
interface FieldPart {
  /// Its nodes, each of which may stand on a page of its own.
  List<Node> nodes();

  /// Shows the value and the error of the newest state.
  void refresh();
}
