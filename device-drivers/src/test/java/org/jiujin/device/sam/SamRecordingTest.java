package org.jiujin.device.sam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Eventually;
import org.jiujin.device.Fault;
import org.jiujin.device.idcard.CardOutcome;
import org.jiujin.device.idcard.IdentityCard;
import org.jiujin.device.idcard.IdentityCardReader;
import org.jiujin.device.virtual.Misbehaviour;
import org.jiujin.device.virtual.VirtualCards;
import org.jiujin.device.virtual.VirtualSamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A reader's line is recorded on a real terminal port and replayed without the reader.
class SamRecordingTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"citizen", "citizen-moved", "hmt", "foreigner-2017", "foreigner-2023"})
  void replaysACardWithAnInventedPersonInPlaceOfTheHolder(String card) throws IOException {
    var real = record(card, Misbehaviour.NONE);
    var file = Files.readString(folder.resolve("recording.txt"));
    for (var personal : new String[] {"测试甘", "甘测试", "外测试", "港测试", "通渭", "样例村", "19580312"}) {
      var hex =
          HexFormat.of().withUpperCase().formatHex(personal.getBytes(StandardCharsets.UTF_16LE));
      assertFalse(file.contains(hex), personal + " is in the recording");
    }
    var replayed = assertInstanceOf(CardOutcome.Read.class, replay()).card();
    assertEquals(real.type(), replayed.type());
    assertEquals("测试", replayed.displayName().isEmpty() ? "" : replayed.name());
    assertEquals(real.newestAddress().isEmpty(), replayed.newestAddress().isEmpty());
  }

  @Test
  void replaysAFaultAsItWas() {
    try (var peer = new VirtualSamReader(folder.resolve("idcard"))) {
      peer.plug();
      peer.misbehave(Misbehaviour.NOT_AUTHORISED);
      try (var reader = open("record:" + file() + "=" + folder.resolve("idcard"))) {
        awaitFault(reader, Fault.Code.NOT_AUTHORISED);
      }
    }
    try (var reader = open("replay:" + file())) {
      awaitFault(reader, Fault.Code.NOT_AUTHORISED);
    }
  }

  @Test
  void replaysACableThatWasPulled() {
    try (var peer = new VirtualSamReader(folder.resolve("idcard"))) {
      peer.plug();
      try (var reader = open("record:" + file() + "=" + folder.resolve("idcard"))) {
        awaitReady(reader);
        peer.unplug();
        awaitFault(reader, Fault.Code.NOT_CONNECTED);
      }
    }
    try (var reader = open("replay:" + file())) {
      awaitFault(reader, Fault.Code.NOT_CONNECTED);
    }
  }

  @Test
  void hidesAHalfFrameToo() throws IOException {
    var redactor = new SamRedactor();
    var frame = HexFormat.of().parseHex("AAAAAA9669050800009001000400" + "3275CD79".repeat(20));
    assertEquals(
        0, redactor.pass(org.jiujin.device.line.Redactor.Direction.FROM_DEVICE, frame).length);
    var rest = redactor.rest(org.jiujin.device.line.Redactor.Direction.FROM_DEVICE);
    assertEquals(frame.length, rest.length);
    assertFalse(HexFormat.of().formatHex(rest).contains("3275"), "a name is in the rest");
  }

  private IdentityCard record(String card, Misbehaviour how) {
    try (var peer = new VirtualSamReader(folder.resolve("idcard"))) {
      peer.plug();
      peer.misbehave(how);
      try (var reader = open("record:" + file() + "=" + folder.resolve("idcard"))) {
        awaitReady(reader);
        peer.lay(VirtualCards.named(card).orElseThrow());
        return assertInstanceOf(CardOutcome.Read.class, reader.read(PATIENCE)).card();
      }
    }
  }

  private CardOutcome replay() {
    try (var reader = open("replay:" + file())) {
      awaitReady(reader);
      return reader.read(PATIENCE);
    }
  }

  private Path file() {
    return folder.resolve("recording.txt");
  }

  private static IdentityCardReader open(String address) {
    return (IdentityCardReader)
        new SamDriver()
            .open(
                new DevicePort("idcard", address, true),
                org.jiujin.device.DriverSettings.NONE,
                InstantSource.system());
  }

  private static void awaitReady(IdentityCardReader reader) {
    Eventually.within(
        PATIENCE,
        () -> reader.status().toString(),
        () -> reader.status() instanceof DeviceStatus.Ready);
  }

  private static void awaitFault(IdentityCardReader reader, Fault.Code code) {
    Eventually.within(
        PATIENCE,
        () -> reader.status().toString(),
        () -> reader.status().trouble().filter(fault -> fault.code() == code).isPresent());
    assertTrue(reader.status().trouble().isPresent());
  }
}
