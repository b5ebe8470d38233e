package org.jiujin.console.broker;

import java.security.KeyStore;

/// What the embedded broker needs to know terminals by their certificates. Made by who gives those.
///
/// @param own the broker's key and certificate, and nothing else
/// @param password of `own` and of the key in it; in memory only
/// @param trusted the authorities whose certificates count
public record BrokerTls(KeyStore own, String password, KeyStore trusted) {
  @Override
  public String toString() {
    return "BrokerTls[]";
  }
}
