package org.jiujin.fleet.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.jiujin.fleet.DataType;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.MetricValue.DataSet;
import org.jiujin.fleet.MetricValue.DataSet.Column;
import org.junit.jupiter.api.Test;

class UsageTest {
  private static final List<StepUse> STEPS =
      List.of(new StepUse("identity", 12, 8, 45, 1), new StepUse("form", 11, 90, 300, 2));
  private static final List<MatterUse> MATTERS =
      List.of(new MatterUse("shehui-baozhang-ka", 12, 9, 1, 0));

  @Test
  void readsWhatItWrote() {
    assertEquals(Optional.of(STEPS), StepUse.read(StepUse.table(STEPS)));
    assertEquals(Optional.of(MATTERS), MatterUse.read(MatterUse.table(MATTERS)));
    assertEquals(Optional.of(List.of()), StepUse.read(StepUse.table(List.of())));
  }

  @Test
  void takesNoOtherTableForItsOwn() {
    assertEquals(Optional.empty(), StepUse.read(MatterUse.table(MATTERS)));
    assertEquals(Optional.empty(), MatterUse.read(MetricValue.of("identity")));
    var columns = ((DataSet) StepUse.table(STEPS)).columns();
    List<MetricValue> wrong =
        List.of(
            MetricValue.of("form"),
            MetricValue.of(1), // not the column's type
            MetricValue.of(1L),
            MetricValue.of(1L),
            MetricValue.of(1L));
    assertEquals(Optional.empty(), StepUse.read(new DataSet(columns, List.of(wrong))));
    var nameless = List.of(new Column("step", DataType.INT32));
    assertEquals(Optional.empty(), StepUse.read(new DataSet(nameless, List.of())));
  }
}
