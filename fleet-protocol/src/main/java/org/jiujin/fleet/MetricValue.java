package org.jiujin.fleet;

import com.google.protobuf.ByteString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A value as it stands on the wire. DATA messages carry no datatype: what the bits mean is told by the birth.
///
/// @since 0.1.0
public sealed interface MetricValue {
  /// Up to 32 bits: Int8 … Int32 as they are, UInt8 … UInt32 as the same bits.
  record Int32(int value) implements MetricValue {}

  /// Up to 64 bits: Int64, UInt64 as the same bits, DateTime as milliseconds since 1970 in UTC.
  record Int64(long value) implements MetricValue {}

  /// A 32-bit floating point number.
  record Real32(float value) implements MetricValue {}

  /// A 64-bit floating point number.
  record Real64(double value) implements MetricValue {}

  /// True or false.
  record Flag(boolean value) implements MetricValue {}

  /// String, Text or UUID. At most [PayloadCodec#MAX_TEXT_BYTES] in UTF-8.
  record Text(String value) implements MetricValue {}

  /// Bytes that mean something to those who agreed on it. At most [PayloadCodec#MAX_BINARY_BYTES].
  record Binary(ByteString value) implements MetricValue {}

  /// There is no value at the moment (`is_null`).
  record Absent() implements MetricValue {}

  /// Values of several parts.
  sealed interface Complex extends MetricValue {}

  /// A table (Sparkplug 3.0, 6.4.12). One of more than [#MOST_COLUMNS] or [#MOST_ROWS], or one that does not fit together, is read as
  /// [Skipped].
  ///
  /// @param rows as many values in each as there are columns
  record DataSet(List<Column> columns, List<List<MetricValue>> rows) implements Complex {
    static final int MOST_COLUMNS = 16;
    static final int MOST_ROWS = 64;

    /// A column.
    ///
    /// @param type one of numbers, truth and text
    public record Column(String name, DataType type) {}

    /// @throws IllegalArgumentException if a row is longer or shorter than the columns
    public DataSet {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      int width = columns.size();
      if (rows.stream().anyMatch(row -> row.size() != width)) {
        throw new IllegalArgumentException("a row does not fit the columns");
      }
    }
  }

  /// A value of a type that the birth of the node defines, or that definition (Sparkplug 3.0, 6.4.15). The fleet has none; it is here
  /// so that the agent can show that it conforms (`./kiosk agent --complex`). Written only: it is read as [Skipped].
  ///
  /// @param definition the metric that holds the definition; null in the definition itself
  /// @param members the definition and births have all, data may have some
  record Template(
      @Nullable String definition, String version, List<Metric> members, List<Parameter> parameters)
      implements Complex {
    /// What is fixed for one instance.
    public record Parameter(String name, DataType type, MetricValue value) {}

    public Template {
      members = List.copyOf(members);
      parameters = List.copyOf(parameters);
    }

    /// Whether this is a definition: those stand in the births of nodes only.
    public boolean isDefinition() {
      return definition == null;
    }
  }

  /// A kind of value that we do not use (template, extension, a data set beyond our bounds); its content was skipped, and it cannot
  /// be written again.
  record Skipped() implements MetricValue {}

  /// A whole number of 32 bits.
  static MetricValue of(int value) {
    return new Int32(value);
  }

  /// A whole number of 64 bits.
  static MetricValue of(long value) {
    return new Int64(value);
  }

  /// A floating point number of 64 bits.
  static MetricValue of(double value) {
    return new Real64(value);
  }

  /// True or false.
  static MetricValue of(boolean value) {
    return new Flag(value);
  }

  /// A text.
  static MetricValue of(String value) {
    return new Text(value);
  }

  /// The datatype that a birth names for this value, if no narrower one is meant.
  default DataType usualType() {
    return switch (this) {
      case Int32 _ -> DataType.INT32;
      case Int64 _ -> DataType.INT64;
      case Real32 _ -> DataType.FLOAT;
      case Real64 _ -> DataType.DOUBLE;
      case Flag _ -> DataType.BOOLEAN;
      case Text _ -> DataType.STRING;
      case Binary _ -> DataType.BYTES;
      case DataSet _ -> DataType.DATA_SET;
      case Template _ -> DataType.TEMPLATE;
      case Absent _, Skipped _ -> DataType.UNKNOWN;
    };
  }
}
