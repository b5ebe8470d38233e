package org.jiujin.console.ingest;

/// The console's connection to the broker came or went; published on the worker's thread.
public record BrokerLinkChanged(boolean connected) {}
