package org.jiujin.device.modbus;

import com.digitalpetri.modbus.pdu.ReadCoilsRequest;
import com.digitalpetri.modbus.pdu.ReadCoilsResponse;
import com.digitalpetri.modbus.pdu.ReadDiscreteInputsRequest;
import com.digitalpetri.modbus.pdu.ReadDiscreteInputsResponse;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersRequest;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersResponse;
import com.digitalpetri.modbus.pdu.ReadInputRegistersRequest;
import com.digitalpetri.modbus.pdu.ReadInputRegistersResponse;
import com.digitalpetri.modbus.pdu.WriteMultipleCoilsRequest;
import com.digitalpetri.modbus.pdu.WriteMultipleRegistersRequest;
import com.digitalpetri.modbus.pdu.WriteSingleCoilRequest;
import com.digitalpetri.modbus.pdu.WriteSingleRegisterRequest;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// One request to a board, and what its answer must look like.
final class Question {
  /// Application Protocol V1.1b3, section 4.1.
  private static final int LONGEST_PDU = 253;

  /// The answer to a write repeats function, address, and value or quantity.
  private static final int WRITE_ANSWER_BYTES = 5;

  private final byte[] pdu;
  private final Run cells;
  private final boolean reads;

  private Question(ByteBuffer written, Run cells, boolean reads) {
    this.pdu = new byte[written.position()];
    written.flip().get(pdu);
    this.cells = cells;
    this.reads = reads;
  }

  static Question read(Run run) {
    var buffer = ByteBuffer.allocate(LONGEST_PDU);
    int from = run.from();
    int count = run.count();
    switch (run.area()) {
      case COIL -> ReadCoilsRequest.Serializer.encode(new ReadCoilsRequest(from, count), buffer);
      case DISCRETE ->
          ReadDiscreteInputsRequest.Serializer.encode(
              new ReadDiscreteInputsRequest(from, count), buffer);
      case INPUT ->
          ReadInputRegistersRequest.Serializer.encode(
              new ReadInputRegistersRequest(from, count), buffer);
      case HOLDING ->
          ReadHoldingRegistersRequest.Serializer.encode(
              new ReadHoldingRegistersRequest(from, count), buffer);
    }
    return new Question(buffer, run, true);
  }

  /// @param value 0 or 1
  /// @param many whether by the functions for several cells, which is all that some boards know
  static Question write(Cell cell, int value, boolean many) {
    var buffer = ByteBuffer.allocate(LONGEST_PDU);
    int at = cell.address();
    byte low = (byte) value;
    if (cell.area() == Area.COIL && many) {
      WriteMultipleCoilsRequest.Serializer.encode(
          new WriteMultipleCoilsRequest(at, 1, new byte[] {low}), buffer);
    } else if (cell.area() == Area.COIL) {
      WriteSingleCoilRequest.Serializer.encode(new WriteSingleCoilRequest(at, value != 0), buffer);
    } else if (many) {
      WriteMultipleRegistersRequest.Serializer.encode(
          new WriteMultipleRegistersRequest(at, 1, new byte[] {0, low}), buffer);
    } else {
      WriteSingleRegisterRequest.Serializer.encode(
          new WriteSingleRegisterRequest(at, value), buffer);
    }
    return new Question(buffer, new Run(cell.area(), at, 1), false);
  }

  byte[] pdu() {
    return pdu.clone();
  }

  int function() {
    return pdu[0] & 0xFF;
  }

  /// Whether this asks and changes nothing.
  boolean reads() {
    return reads;
  }

  /// How long the answer is, when it is not an exception.
  int answerBytes() {
    return reads ? 2 + dataBytes() : WRITE_ANSWER_BYTES;
  }

  /// Whether these bytes are the answer: a read brings as many bytes as were asked for, a write repeats itself.
  boolean answeredBy(byte[] answer) {
    if (answer.length != answerBytes() || answer[0] != pdu[0]) {
      return false;
    }
    return reads
        ? (answer[1] & 0xFF) == dataBytes()
        : Arrays.equals(answer, Arrays.copyOf(pdu, WRITE_ANSWER_BYTES));
  }

  /// What the cells hold, from an answer that [#answeredBy] takes; empty after a write.
  Map<Cell, Integer> values(byte[] answer) {
    var buffer = ByteBuffer.wrap(answer);
    if (!reads) {
      return Map.of();
    }
    return switch (cells.area()) {
      case COIL -> bits(ReadCoilsResponse.Serializer.decode(buffer).coils());
      case DISCRETE -> bits(ReadDiscreteInputsResponse.Serializer.decode(buffer).inputs());
      case INPUT -> words(ReadInputRegistersResponse.Serializer.decode(buffer).registers());
      case HOLDING -> words(ReadHoldingRegistersResponse.Serializer.decode(buffer).registers());
    };
  }

  private int dataBytes() {
    return cells.area().bits() ? (cells.count() + 7) / 8 : 2 * cells.count();
  }

  private Map<Cell, Integer> bits(byte[] packed) {
    var values = new HashMap<Cell, Integer>();
    for (int i = 0; i < cells.count(); i++) {
      values.put(new Cell(cells.area(), cells.from() + i), packed[i / 8] >> (i % 8) & 1);
    }
    return values;
  }

  private Map<Cell, Integer> words(byte[] bytes) {
    var buffer = ByteBuffer.wrap(bytes);
    var values = new HashMap<Cell, Integer>();
    for (int i = 0; i < cells.count(); i++) {
      values.put(new Cell(cells.area(), cells.from() + i), buffer.getShort() & 0xFFFF);
    }
    return values;
  }
}
