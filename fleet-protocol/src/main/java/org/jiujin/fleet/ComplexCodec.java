package org.jiujin.fleet;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Writes values of several parts, each as a message of its own. The field numbers are the specification's (6.4).
final class ComplexCodec {
  private static final int SET_COLUMN_COUNT = 1;
  private static final int SET_COLUMN = 2;
  private static final int SET_TYPE = 3;
  private static final int SET_ROW = 4;
  private static final int ROW_ELEMENT = 1;
  private static final int ELEMENT_INT_VALUE = 1;
  private static final int TEMPLATE_VERSION = 1;
  private static final int TEMPLATE_METRIC = 2;
  private static final int TEMPLATE_PARAMETER = 3;
  private static final int TEMPLATE_REF = 4;
  private static final int TEMPLATE_IS_DEFINITION = 5;
  private static final int PARAMETER_NAME = 1;
  private static final int PARAMETER_TYPE = 2;
  private static final int PARAMETER_INT_VALUE = 3;

  private ComplexCodec() {}

  static byte[] encode(MetricValue.DataSet set) {
    return message(out -> {
      out.writeUInt64(SET_COLUMN_COUNT, set.columns().size());
      for (var column : set.columns()) {
        out.writeString(SET_COLUMN, name(column.name()));
      }
      for (var column : set.columns()) {
        out.writeUInt32(SET_TYPE, column.type().code());
      }
      for (var row : set.rows()) {
        out.writeByteArray(SET_ROW, row(row));
      }
    });
  }

  static byte[] encode(MetricValue.Template template) {
    return message(out -> {
      out.writeString(TEMPLATE_VERSION, name(template.version()));
      for (var member : template.members()) {
        out.writeByteArray(TEMPLATE_METRIC, MetricCodec.encode(member));
      }
      for (var parameter : template.parameters()) {
        out.writeByteArray(TEMPLATE_PARAMETER, parameter(parameter));
      }
      if (template.definition() != null) {
        out.writeString(TEMPLATE_REF, name(template.definition()));
      }
      out.writeBool(TEMPLATE_IS_DEFINITION, template.isDefinition());
    });
  }

  private static byte[] row(List<MetricValue> row) {
    return message(out -> {
      for (var value : row) {
        out.writeByteArray(
            ROW_ELEMENT, message(it -> MetricCodec.writeBasic(ELEMENT_INT_VALUE, value, it)));
      }
    });
  }

  private static byte[] parameter(MetricValue.Template.Parameter parameter) {
    return message(out -> {
      out.writeString(PARAMETER_NAME, name(parameter.name()));
      out.writeUInt32(PARAMETER_TYPE, parameter.type().code());
      MetricCodec.writeBasic(PARAMETER_INT_VALUE, parameter.value(), out);
    });
  }

  private static String name(String text) {
    return MetricCodec.checkLength(text, PayloadCodec.MAX_NAME_BYTES);
  }

  private static byte[] message(Content content) {
    var bytes = new ByteArrayOutputStream(64);
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(bytes, 64);
      content.write(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array does not fail", e);
    }
    return bytes.toByteArray();
  }

  @FunctionalInterface
  private interface Content {
    void write(CodedOutputStream out) throws IOException;
  }
}
