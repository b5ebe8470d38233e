package org.jiujin.device.pcsc;

import java.util.List;
import org.jiujin.device.iso7816.CardChannel;
import org.jiujin.device.iso7816.ExchangeException;

/// The service that readers hang on, however it is called: natively, or through javax.smartcardio.
///
/// No call waits for a card. A context and what it connects belong to one thread at a time.
interface ResourceManager {
  /// Begins to speak with the service.
  ///
  /// @throws ExchangeException with `SERVICE_DOWN` while it does not run
  Context establish() throws ExchangeException;

  /// A call hangs, and so does every other one in its context; the next [#establish()] must not share it.
  void abandon();

  /// A conversation with the service; of no use any more after one `SERVICE_DOWN`.
  interface Context extends AutoCloseable {
    /// The names of all readers.
    List<String> readers() throws ExchangeException;

    /// How the reader is now.
    ///
    /// @throws ExchangeException with `READER_GONE` when it is not there any more
    Slot look(String reader) throws ExchangeException;

    /// Powers the card and makes it ready for commands.
    Connection connect(String reader) throws ExchangeException;

    @Override
    void close();
  }

  /// A powered card.
  interface Connection extends CardChannel, AutoCloseable {
    /// Resets the card, so that it forgets what was verified, and lets go of it.
    @Override
    void close();
  }

  /// What a look at a reader shows.
  ///
  /// @param changes grows when a card comes or goes, where the service counts it; otherwise always 0
  record Slot(boolean card, int changes) {}
}
