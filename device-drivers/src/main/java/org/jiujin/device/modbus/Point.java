package org.jiujin.device.modbus;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jiujin.device.SettingException;

/// Where a sensor or an output is wired, as device sets write it.
sealed interface Point {
  Cell cell();

  /// A contact.
  ///
  /// @param mask which bits of the word count; 1 for a cell that is a bit
  /// @param inverted whether 0 means yes
  record Contact(Cell cell, int mask, boolean inverted) implements Point {
    private static final Pattern FORM =
        Pattern.compile(
            "(!?)(?:(coil|discrete):(\\d{1,5})|(input|holding):(\\d{1,5})\\.(\\d{1,2}))");

    /// `discrete:0`, `!discrete:0`, `input:3.15`.
    static Contact parse(String name, String said) {
      var form = FORM.matcher(said);
      if (!form.matches()) {
        throw new SettingException(
            name, "is " + said + "; write discrete:N, coil:N, input:N.BIT or holding:N.BIT");
      }
      boolean inverted = !form.group(1).isEmpty();
      if (form.group(2) != null) {
        return new Contact(Point.cell(name, form.group(2), form.group(3)), 1, inverted);
      }
      int bit = Integer.parseInt(form.group(6));
      if (bit > 15) {
        throw new SettingException(name, "is " + said + "; a word has the bits 0 to 15");
      }
      return new Contact(Point.cell(name, form.group(4), form.group(5)), 1 << bit, inverted);
    }

    boolean yes(int value) {
      return ((value & mask) != 0) != inverted;
    }
  }

  /// A measured value in a word, two's complement.
  ///
  /// @param scale what one step of the word is worth
  /// @param offset what is added after that
  record Measure(Cell cell, BigDecimal scale, BigDecimal offset) implements Point {
    private static final Pattern FORM =
        Pattern.compile(
            "(input|holding):(\\d{1,5})(?:\\*(\\d{1,5}(?:\\.\\d{1,5})?))?([+-]\\d{1,5}(?:\\.\\d{1,5})?)?");

    /// `input:1`, `input:1*0.1`, `holding:4*0.1-40`.
    static Measure parse(String name, String said) {
      var form = FORM.matcher(said);
      if (!form.matches()) {
        throw new SettingException(
            name, "is " + said + "; write input:N or holding:N, then perhaps *0.1 and -40");
      }
      return new Measure(
          Point.cell(name, form.group(1), form.group(2)),
          form.group(3) == null ? BigDecimal.ONE : new BigDecimal(form.group(3)),
          form.group(4) == null ? BigDecimal.ZERO : new BigDecimal(form.group(4)));
    }

    /// The value in tenths; empty when it is not within the limits, as with a sensor whose wire is broken.
    OptionalInt tenths(int value, int least, int most) {
      var tenths =
          BigDecimal.valueOf((short) value)
              .multiply(scale)
              .add(offset)
              .movePointRight(1)
              .setScale(0, RoundingMode.HALF_UP);
      boolean plausible =
          tenths.compareTo(BigDecimal.valueOf(least)) >= 0
              && tenths.compareTo(BigDecimal.valueOf(most)) <= 0;
      return plausible ? OptionalInt.of(tenths.intValueExact()) : OptionalInt.empty();
    }
  }

  /// A relay.
  ///
  /// @param inverted whether 0 switches on
  record Relay(Cell cell, boolean inverted) implements Point {
    private static final Pattern FORM = Pattern.compile("(!?)(coil|holding):(\\d{1,5})");

    /// `coil:0`, `!coil:0`, `holding:7`.
    static Relay parse(String name, String said) {
      var form = FORM.matcher(said);
      if (!form.matches()) {
        throw new SettingException(name, "is " + said + "; write coil:N or holding:N");
      }
      return new Relay(Point.cell(name, form.group(2), form.group(3)), !form.group(1).isEmpty());
    }

    /// What the cell holds when the output is as wanted.
    int value(boolean on) {
      return on == inverted ? 0 : 1;
    }
  }

  private static Cell cell(String name, String area, String address) {
    int number = Integer.parseInt(address);
    if (number > 0xFFFF) {
      throw new SettingException(name, "has the address " + address + "; the last one is 65535");
    }
    return new Cell(Area.named(area), number);
  }
}
