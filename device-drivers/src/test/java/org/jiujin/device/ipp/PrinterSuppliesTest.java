package org.jiujin.device.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.IntType;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.OctetsType;
import com.hp.jipp.encoding.TextType;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.jiujin.device.Supply;
import org.jiujin.device.Supply.Kind;
import org.junit.jupiter.api.Test;

class PrinterSuppliesTest {
  private static final String TONER =
      "index=2;class=supplyThatIsConsumed;type=toner;unit=percent;maxcapacity=100;level=75;colorantname=black;";
  private static final String WASTE =
      "index=1;class=receptacleThatIsFilled;type=wasteToner;unit=percent;maxcapacity=100;level=25;";
  private static final String TRAY =
      "type=sheetFeedAutoRemovableTray;mediafeed=0;mediaxfeed=0;maxcapacity=250;level=%s;status=0;name=main";
  private static final String MANUAL =
      "type=sheetFeedManual;mediafeed=0;mediaxfeed=0;maxcapacity=1;level=1;status=0;name=manual";

  @Test
  void readsTonerAndThePaperOfTheTraysThatFeedByThemselves() {
    assertEquals(
        List.of(new Supply(Kind.TONER, "Black Toner", 75), new Supply(Kind.PAPER, "", 30)),
        read(
            octets("printer-supply", WASTE, TONER),
            texts("printer-supply-description", "Waste", "Black Toner"),
            octets("printer-input-tray", TRAY.formatted(100), MANUAL, TRAY.formatted(50))));
  }

  @Test
  void leavesOutTheByPassTrayOfAPrinterWithCassettes() {
    var fixed = TRAY.replace("Removable", "NonRemovable");
    assertEquals(
        List.of(new Supply(Kind.PAPER, "", 40)),
        read(octets("printer-input-tray", TRAY.formatted(100), fixed.formatted(250))));
    assertEquals(
        List.of(new Supply(Kind.PAPER, "", 20)),
        read(octets("printer-input-tray", fixed.formatted(50), MANUAL)));
  }

  @Test
  void knowsNoPercentageWhereThePrinterSaysThatItDoesNot() {
    for (String level : List.of("-1", "-2", "-3", "", "many")) {
      assertEquals(
          List.of(new Supply(Kind.TONER, "black", null), new Supply(Kind.PAPER, "", null)),
          read(
              octets("printer-supply", TONER.replace("level=75", "level=" + level)),
              octets("printer-input-tray", TRAY.formatted(level))));
    }
    assertEquals(
        List.of(new Supply(Kind.TONER, "black", null)),
        read(octets("printer-supply", TONER.replace("maxcapacity=100", "maxcapacity=-2"))));
  }

  @Test
  void takesCupssMarkersFromAPrinterThatHasNothingElse() {
    assertEquals(
        List.of(new Supply(Kind.INK, "Cyan", 40), new Supply(Kind.INK, "Black", null)),
        read(
            texts("marker-names", "Cyan", "Waste", "Black"),
            texts("marker-types", "ink-cartridge", "waste-ink", "ink"),
            numbers("marker-levels", 40, 90, -3)));
  }

  @Test
  void saysNothingOfAPrinterThatSaysNothing() {
    assertEquals(List.of(), read());
  }

  @Test
  void survivesWhateverStandsThere() {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_123);
    for (int round = 0; round < 3000; round++) {
      var text = (TONER + TRAY.formatted(7)).toCharArray();
      for (int broken = random.nextInt(30); broken > 0; broken--) {
        text[random.nextInt(text.length)] = (char) random.nextInt(0x100);
      }
      var many = new String[1 + random.nextInt(40)];
      Arrays.fill(many, new String(text, 0, random.nextInt(text.length)));
      assertTrue(
          read(octets("printer-supply", many), octets("printer-input-tray", many)).size() <= 16);
    }
  }

  /// By way of the wire: the library has types of its own for some of these.
  private static List<Supply> read(Attribute<?>... attributes) {
    var packet =
        IppPacket.response(Status.successfulOk)
            .setRequestId(1)
            .putPrinterAttributes(Types.printerState.of(PrinterState.idle))
            .putPrinterAttributes(attributes)
            .build();
    var out = new ByteArrayOutputStream();
    new IppOutputStream(out).write(packet);
    return assertInstanceOf(
            PrinterFacts.class,
            assertInstanceOf(
                    IppReply.Answer.class, IppWire.parsed(out.toByteArray(), 1, PrinterFacts::of))
                .value())
        .supplies();
  }

  private static Attribute<?> octets(String name, String... values) {
    return new OctetsType.Set(name)
        .of(Stream.of(values).map(text -> text.getBytes(StandardCharsets.UTF_8)).toList());
  }

  private static Attribute<?> texts(String name, String... values) {
    return new TextType.Set(name).ofStrings(List.of(values));
  }

  private static Attribute<?> numbers(String name, Integer... values) {
    return new IntType.Set(name).of(List.of(values));
  }
}
