package org.jiujin.device.iso7816;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiujin.device.chipcard.AgentCard;
import org.jiujin.device.chipcard.ChipCard;
import org.jiujin.device.chipcard.Insertion;
import org.jiujin.device.chipcard.PaymentCard;
import org.jiujin.device.chipcard.SocialSecurityCard;
import org.jiujin.device.virtual.card.VirtualAgentCard;
import org.jiujin.device.virtual.card.VirtualChipCard;
import org.jiujin.device.virtual.card.VirtualPaymentCard;
import org.jiujin.device.virtual.card.VirtualSocialSecurityCard;
import org.jiujin.device.virtual.card.VirtualSocialSecurityCard.Habit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every answer of a card, cut at every byte: the same card is read, or none, but never another one.
class CutAnswersTest {
  private static final int WORD_BYTES = 2;
  private static final int UNCUT = -1;

  static Stream<Arguments> cards() {
    var social =
        Stream.of(Habit.ANSWERS_AT_ONCE, Habit.WANTS_GET_RESPONSE)
            .flatMap(habit ->
                Stream.of(1, 2, 3)
                    .map(generation ->
                        named(
                            "social security " + generation + " " + habit,
                            new VirtualSocialSecurityCard(generation, "甘测试", habit))));
    var longName =
        Stream.of(
            named(
                "social security 2, long name",
                new VirtualSocialSecurityCard(2, "甘·测试".repeat(6), Habit.ANSWERS_AT_ONCE)));
    var payment =
        Stream.of(VirtualPaymentCard.Layout.values())
            .map(layout -> named("payment " + layout, new VirtualPaymentCard(layout)));
    var agent =
        Stream.of(
            named("agent, RSA", VirtualAgentCard.rsa("123456")),
            named("agent, P-256", VirtualAgentCard.ellipticCurve("123456")));
    return Stream.of(social, longName, payment, agent).flatMap(cards -> cards);
  }

  /// As when the reader loses the end of a block.
  @ParameterizedTest(name = "{0}")
  @MethodSource("cards")
  void readsTheSameCardOrNoneWhenAnAnswerEndsEarly(String name, VirtualChipCard card) {
    cutEverywhere(card, 0);
  }

  /// As when a card says less than it should, and means it.
  @ParameterizedTest(name = "{0}")
  @MethodSource("cards")
  void readsTheSameCardOrNoneWhenDataAreShort(String name, VirtualChipCard card) {
    cutEverywhere(card, WORD_BYTES);
  }

  private static void cutEverywhere(VirtualChipCard card, int kept) {
    var whole = new Cutter(card, UNCUT, 0, 0);
    var facts = read(whole);
    assertTrue(facts.isPresent(), "the whole card is read");
    int refused = 0;
    for (int answer = 0; answer < whole.lengths.size(); answer++) {
      for (int length = 0; length < whole.lengths.get(answer) - kept; length++) {
        var read = read(new Cutter(card, answer, length, kept));
        refused += read.isEmpty() ? 1 : 0;
        if (read.isPresent()) {
          assertEquals(facts, read, "answer " + answer + " cut to " + length);
        }
      }
    }
    assertTrue(refused > 0, "cutting makes a difference");
  }

  /// What makes the card this one; empty when it was refused.
  private static Optional<List<Object>> read(Cutter cutter) {
    cutter.card.reset();
    try {
      var session = new CardSession(cutter, () -> cutter.lengths.size() > 500);
      return switch (CardRecognition.read(session, new Insertion(1))) {
        case CardReading.Read(var card) -> Optional.of(facts(card));
        case CardReading.OtherKind _, CardReading.Unreadable _ -> Optional.empty();
      };
    } catch (ExchangeException refused) {
      return Optional.empty();
    }
  }

  private static List<Object> facts(ChipCard card) {
    return switch (card) {
      case AgentCard agent -> List.of(agent.cardholderId(), agent.certificate(), agent.keyKind());
      case PaymentCard payment -> List.of(payment.maskedNumber(), payment.expires());
      case SocialSecurityCard social ->
          social.details() instanceof SocialSecurityCard.Details.Open(var _, var _, var holder)
              ? List.of(
                  social.recognitionCode(),
                  social.version(),
                  social.cardNumber(),
                  holder.number(),
                  holder.name())
              : List.of(social.recognitionCode(), social.version(), social.cardNumber());
    };
  }

  private static Arguments named(String name, VirtualChipCard card) {
    return Arguments.of(name, card);
  }

  /// Cuts one answer of a card, and notes how long all were.
  private static final class Cutter implements CardChannel {
    private final VirtualChipCard card;
    private final int cut;
    private final int length;
    private final int kept;
    private final List<Integer> lengths = new ArrayList<>();

    /// @param cut which answer, from 0
    /// @param length bytes in front that stay
    /// @param kept bytes at the end that stay
    Cutter(VirtualChipCard card, int cut, int length, int kept) {
      this.card = card;
      this.cut = cut;
      this.length = length;
      this.kept = kept;
    }

    @Override
    public byte[] transmit(Apdu command) {
      var answer = card.answer(command.encoded());
      lengths.add(answer.length);
      if (lengths.size() - 1 != cut) {
        return answer;
      }
      var shorter = Arrays.copyOf(answer, length + kept);
      System.arraycopy(answer, answer.length - kept, shorter, length, kept);
      return shorter;
    }
  }
}
