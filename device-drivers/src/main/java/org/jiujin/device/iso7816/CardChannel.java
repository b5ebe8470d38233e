package org.jiujin.device.iso7816;

/// Carries one command to a card and its answer back. Used from one thread.
@FunctionalInterface
public interface CardChannel {
  /// Sends the command and waits for the answer.
  ///
  /// @param command wiped by the caller
  /// @return the answer as it came; wiped by the caller
  /// @throws ExchangeException when there is none
  byte[] transmit(Apdu command) throws ExchangeException;
}
