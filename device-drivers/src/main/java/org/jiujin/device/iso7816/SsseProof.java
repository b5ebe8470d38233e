package org.jiujin.device.iso7816;

import java.util.HexFormat;
import java.util.Optional;
import org.jiujin.device.chipcard.AuthChallenge;
import org.jiujin.device.chipcard.SocialSecurityCard.Details;

/// Selecting the social-security application, and the mutual proof of generation 3 (devices reference, 5.1,
/// "Generations").
final class SsseProof {
  /// `sx1.sh.社会保障` in GBK.
  private static final byte[] NAME = HexFormat.of().parseHex("7378312E73682EC9E7BBE1B1A3D5CF");

  private static final int SELECT = 0xA4;
  private static final int GET_CHALLENGE = 0x84;
  private static final int INTERNAL_AUTHENTICATE = 0x88;
  private static final int EXTERNAL_AUTHENTICATE = 0x82;
  private static final int READING_KEY = 0x0A;
  private static final int CHALLENGE_BYTES = 8;
  private static final int USUAL_ALGORITHM = 1;

  private final CardSession session;
  private int algorithm = USUAL_ALGORITHM;

  SsseProof(CardSession session) {
    this.session = session;
  }

  /// Selects the application; false when the card does not have it.
  boolean select() throws ExchangeException {
    var reply = session.exchange(Apdu.of(0, SELECT, 4, 0).with(NAME));
    algorithm = algorithm(reply.data());
    return reply.word().ok();
  }

  /// Has the card prove itself, and takes what a security module needs to prove the terminal.
  Details challenge(byte[] recognitionCode) throws ExchangeException {
    if (!select()) {
      return new Details.Withheld();
    }
    var internal = twoChallenges();
    if (internal.isEmpty()) {
      return new Details.Withheld();
    }
    var answer =
        session.exchange(
            Apdu.of(0, INTERNAL_AUTHENTICATE, 0, 0)
                .with(internal.get())
                .expecting(Apdu.ANY_LENGTH));
    var external = answer.word().ok() ? twoChallenges() : Optional.<byte[]>empty();
    return external
        .<Details>map(input ->
            new Details.Locked(
                new AuthChallenge(
                    algorithm, recognitionCode, internal.get(), answer.data(), input)))
        .orElseGet(Details.Withheld::new);
  }

  /// Shows the module's proof.
  StatusWord show(byte[] proof) throws ExchangeException {
    return session.exchange(Apdu.of(0, EXTERNAL_AUTHENTICATE, 0, READING_KEY).with(proof)).word();
  }

  private Optional<byte[]> twoChallenges() throws ExchangeException {
    var both = new byte[2 * CHALLENGE_BYTES];
    for (int i = 0; i < 2; i++) {
      var reply = session.exchange(Apdu.of(0, GET_CHALLENGE, 0, 0).expecting(CHALLENGE_BYTES));
      if (!reply.word().ok() || reply.data().length != CHALLENGE_BYTES) {
        return Optional.empty();
      }
      System.arraycopy(reply.data(), 0, both, i * CHALLENGE_BYTES, CHALLENGE_BYTES);
    }
    return Optional.of(both);
  }

  /// The application's control information names it: 6F / A5 / 9F0C / 86.
  static int algorithm(byte[] controlInformation) {
    return Tlv.find(controlInformation, 0x6F, 0xA5, 0x9F0C, 0x86)
        .filter(value -> value.length == 1)
        .map(value -> value[0] & 0xFF)
        .orElse(USUAL_ALGORITHM);
  }
}
