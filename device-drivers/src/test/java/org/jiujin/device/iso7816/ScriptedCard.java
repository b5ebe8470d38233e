package org.jiujin.device.iso7816;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A card that answers by a list of exchanges, for golden data that were made apart from this code.
final class ScriptedCard implements CardChannel {
  private final Map<String, String> answers = new LinkedHashMap<>();
  private final List<String> asked = new ArrayList<>();

  /// The exchanges of a vector file: command, space, answer. The first of several answers to one command counts.
  static ScriptedCard vector(String file) {
    var card = new ScriptedCard();
    try (var in = ScriptedCard.class.getResourceAsStream("/vectors/" + file)) {
      if (in == null) {
        throw new IllegalArgumentException("no such vector: " + file);
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" "))
          .forEach(part -> card.answers.putIfAbsent(part[0], part[1]));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return card;
  }

  static ScriptedCard empty() {
    return new ScriptedCard();
  }

  ScriptedCard with(String command, String answer) {
    answers.put(command, answer);
    return this;
  }

  List<String> asked() {
    return asked;
  }

  CardSession session() {
    return new CardSession(this, () -> false);
  }

  @Override
  public byte[] transmit(Apdu command) {
    var bytes = HexFormat.of().withUpperCase().formatHex(command.encoded());
    asked.add(bytes);
    return HexFormat.of().parseHex(answers.getOrDefault(bytes, "6D00"));
  }
}
