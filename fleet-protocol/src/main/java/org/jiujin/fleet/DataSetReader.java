package org.jiujin.fleet;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jiujin.fleet.MetricValue.DataSet;
import org.jiujin.fleet.MetricValue.DataSet.Column;

/// Reads a table. One that is too large for us, or whose parts do not fit together, is another's business and is skipped; the
/// message around it counts.
final class DataSetReader {
  private static final int COLUMN = 2;
  private static final int TYPE = 3;
  private static final int ROW = 4;
  private static final int ROW_ELEMENT = 1;
  private static final int ELEMENT_INT_VALUE = 1;

  private final List<String> names = new ArrayList<>();
  private final List<DataType> types = new ArrayList<>();
  private final List<List<MetricValue>> rows = new ArrayList<>();

  private DataSetReader() {}

  /// @throws IOException if the bytes are not protobuf
  /// @throws MalformedMessageException if a text breaks a bound
  static MetricValue read(byte[] bytes) throws IOException, MalformedMessageException {
    var reader = new DataSetReader();
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      reader.field(tag, in);
    }
    return reader.table();
  }

  private void field(int tag, CodedInputStream in) throws IOException, MalformedMessageException {
    int field = WireFormat.getTagFieldNumber(tag);
    boolean delimited = WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
    if (field == COLUMN && delimited) {
      names.add(Bounds.readText(in, PayloadCodec.MAX_NAME_BYTES));
    } else if (field == TYPE && WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_VARINT) {
      types.add(DataType.of(in.readUInt32()));
    } else if (field == TYPE && delimited) { // packed, as some encoders write it
      CodedInputStream packed = CodedInputStream.newInstance(in.readByteArray());
      while (!packed.isAtEnd()) {
        types.add(DataType.of(packed.readUInt32()));
      }
    } else if (field == ROW && delimited) {
      rows.add(row(in.readByteArray()));
    } else {
      in.skipField(tag);
    }
  }

  private MetricValue table() {
    boolean fits =
        names.size() == types.size()
            && names.size() <= DataSet.MOST_COLUMNS
            && rows.size() <= DataSet.MOST_ROWS
            && rows.stream().allMatch(row -> row.size() == names.size());
    if (!fits) {
      return new MetricValue.Skipped();
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(new Column(names.get(i), types.get(i)));
    }
    return new DataSet(columns, rows);
  }

  private static List<MetricValue> row(byte[] bytes) throws IOException, MalformedMessageException {
    List<MetricValue> row = new ArrayList<>();
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) == ROW_ELEMENT
          && WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
        row.add(element(in.readByteArray()));
      } else {
        in.skipField(tag);
      }
    }
    return row;
  }

  private static MetricValue element(byte[] bytes) throws IOException, MalformedMessageException {
    MetricValue value = new MetricValue.Absent();
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      MetricValue read = MetricCodec.readBasic(ELEMENT_INT_VALUE, tag, in);
      if (read == null) {
        in.skipField(tag);
      } else {
        value = read;
      }
    }
    return value;
  }
}
