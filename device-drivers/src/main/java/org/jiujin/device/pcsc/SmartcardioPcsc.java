package org.jiujin.device.pcsc;

import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.TerminalFactory;
import org.jiujin.device.iso7816.Apdu;
import org.jiujin.device.iso7816.ExchangeException;
import org.jiujin.device.iso7816.ExchangeException.Reason;

/// PC/SC by javax.smartcardio, on every system that the JDK knows. The JDK keeps one context for the whole program and never
/// renews it; that is done here (devices reference, 4.3; ADR 10).
final class SmartcardioPcsc implements ResourceManager {
  static {
    // The JDK would repeat a command after 6Cxx, even one that shows a PIN, and fetch answers with
    // a class that EMV cards
    // refuse. CardSession knows better; the JDK reads these once, when its first card is connected.
    System.setProperty("sun.security.smartcardio.t0GetResponse", "false");
    System.setProperty("sun.security.smartcardio.t1GetResponse", "false");
  }

  @Override
  public Context establish() throws ExchangeException {
    try {
      return new SmartcardioContext(TerminalFactory.getInstance("PC/SC", null).terminals());
    } catch (NoSuchAlgorithmException noService) {
      throw new ExchangeException(Reason.SERVICE_DOWN, "no PC/SC");
    }
  }

  @Override
  public void abandon() {
    SharedContext.forget();
  }

  /// What the JDK says by a name in the innermost cause.
  private static ExchangeException exception(CardException failure) {
    if (failure instanceof CardNotPresentException) {
      return PcscWord.exception("SCARD_E_NO_SMARTCARD");
    }
    var cause = failure.getCause();
    var name = cause == null ? "" : String.valueOf(cause.getMessage());
    return name.isEmpty()
        ? new ExchangeException(Reason.CARD_SILENT, "refused by the JDK")
        : PcscWord.exception(name);
  }

  private record SmartcardioContext(CardTerminals terminals) implements Context {
    @Override
    public List<String> readers() throws ExchangeException {
      try {
        return terminals.list().stream().map(CardTerminal::getName).toList();
      } catch (CardException failure) {
        throw exception(failure);
      }
    }

    @Override
    public Slot look(String reader) throws ExchangeException {
      try {
        return new Slot(terminal(reader).isCardPresent(), 0);
      } catch (CardException failure) {
        throw exception(failure);
      }
    }

    @Override
    public Connection connect(String reader) throws ExchangeException {
      try {
        return new SmartcardioConnection(terminal(reader).connect("*"));
      } catch (CardException failure) {
        throw exception(failure);
      }
    }

    @Override
    public void close() {
      SharedContext.forget();
    }

    private CardTerminal terminal(String reader) throws ExchangeException {
      var terminal = terminals.getTerminal(reader);
      if (terminal == null) {
        throw new ExchangeException(Reason.READER_GONE, "not listed");
      }
      return terminal;
    }
  }

  private record SmartcardioConnection(Card card, CardChannel channel) implements Connection {
    SmartcardioConnection(Card card) {
      this(card, card.getBasicChannel());
    }

    @Override
    public byte[] transmit(Apdu command) throws ExchangeException {
      var bytes = command.encoded();
      try {
        return channel.transmit(new CommandAPDU(bytes)).getBytes();
      } catch (CardException failure) {
        throw exception(failure);
      } catch (
          IllegalArgumentException tooShort) { // how the JDK says that there was no status word
        throw new ExchangeException(Reason.GARBLED, "no status word");
      } catch (IllegalStateException disconnected) {
        throw new ExchangeException(Reason.CARD_GONE, "disconnected");
      } finally {
        Arrays.fill(bytes, (byte) 0);
      }
    }

    @Override
    public void close() {
      try {
        card.disconnect(true);
      } catch (CardException gone) {
        // it is let go of in any case
      }
    }
  }
}
