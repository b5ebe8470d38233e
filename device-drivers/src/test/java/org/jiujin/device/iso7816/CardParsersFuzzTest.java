package org.jiujin.device.iso7816;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.jiujin.device.chipcard.Insertion;

/// As plain tests these replay their seeds; with JAZZER_FUZZ=1 they search.
class CardParsersFuzzTest {
  @FuzzTest
  void objectsNeverThrowAndNeverGrow(byte[] bytes) {
    Tlv.parse(bytes)
        .ifPresent(objects -> {
          int size = objects.stream().mapToInt(object -> object.value().length).sum();
          assertTrue(size <= bytes.length);
        });
  }

  @FuzzTest
  void recordsAreReadOrRefused(byte[] bytes) {
    for (var field : SsseField.values()) {
      SsseRecord.parse(field, bytes)
          .ifPresent(record -> {
            assertTrue(record.text().length() <= field.length());
            assertTrue(record.digits().length() <= 2 * field.length());
            assertTrue(record.day() != null && record.toString().length() < 30);
            assertTrue(
                SsseRecord.name(record, java.util.Optional.of(record)).length()
                    <= 2 * field.length());
          });
    }
  }

  @FuzzTest
  void controlInformationIsReadOrRefused(byte[] bytes) {
    int algorithm = SsseProof.algorithm(bytes);
    assertTrue(algorithm >= 0 && algorithm <= 0xFF);
    assertTrue(EmvCard.locator(bytes).length <= bytes.length);
    assertTrue(EmvCard.emptyData(bytes).length <= 0xFF * bytes.length);
  }

  @FuzzTest
  void paymentRecordsShowNoWholeNumber(byte[] bytes) {
    var number = new PaymentNumber();
    number.take(bytes);
    number.card(new Insertion(1)).ifPresent(card -> assertTrue(card.maskedNumber().contains("*")));
  }

  @FuzzTest
  void certificateContainersAreReadOrRefused(byte[] bytes) {
    PivObjects.certificate(bytes)
        .ifPresent(certificate -> PivObjects.kind(certificate.getPublicKey()));
    PivObjects.cardholderId(bytes).ifPresent(id -> assertTrue(id.length() == 32));
  }

  /// Whatever a card answers, reading it ends.
  @FuzzTest
  void anyCardIsReadOrRefused(byte[] bytes) {
    var answers = new int[1];
    CardChannel card =
        command -> {
          int from = Math.min(bytes.length, 16 * answers[0]++);
          return java.util.Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 40));
        };
    try {
      var _ = CardRecognition.read(new CardSession(card, () -> answers[0] > 500), new Insertion(1));
    } catch (ExchangeException refused) {
      assertTrue(refused.fault().detail().length() < 80);
    }
  }
}
