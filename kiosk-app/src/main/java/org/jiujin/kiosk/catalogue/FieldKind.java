package org.jiujin.kiosk.catalogue;

import java.util.List;
import java.util.Optional;

/// What goes into a field. An answer is always a text: the option's id of a choice, `yes` or `no`, a day as `2026-11-23`.
public sealed interface FieldKind {
  /// The answer of a [YesNo] field that is ticked.
  String YES = "yes";

  /// The answer of a [YesNo] field that is not.
  String NO = "no";

  /// Any characters. Lengths count characters as people do, rare names included.
  record Text(int minLength, int maxLength, List<PatternCheck> patterns) implements FieldKind {
    public Text {
      patterns = List.copyOf(patterns);
    }
  }

  /// Digits only, typed on the digit keypad.
  record Digits(int minLength, int maxLength, List<PatternCheck> patterns) implements FieldKind {
    public Digits {
      patterns = List.copyOf(patterns);
    }
  }

  /// One of some options.
  record Choice(List<Option> options) implements FieldKind {
    public Choice {
      options = List.copyOf(options);
    }

    /// The option with this id, if there is one.
    public Optional<Option> option(String id) {
      return options.stream().filter(option -> option.id().equals(id)).findFirst();
    }
  }

  /// A day.
  record Date() implements FieldKind {}

  /// A postal address in one text.
  record Address(int minLength, int maxLength) implements FieldKind {}

  /// Yes or no.
  record YesNo() implements FieldKind {}

  /// One option of a choice.
  ///
  /// @param hint a sentence below the label; may be empty
  record Option(String id, String label, String hint) {}

  /// A pattern that the whole answer must match.
  ///
  /// @param regex checked when the file is loaded
  /// @param errorKey message key of what the resident reads when it does not match
  record PatternCheck(String regex, String errorKey) {}
}
