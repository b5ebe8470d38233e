package org.jiujin.demo.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Looks for words in files, whatever encoding they might have been written in.
final class Traces {
  private static final List<Charset> ENCODINGS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, Charset.forName("GB18030"));

  private Traces() {}

  /// The files below a folder that hold any of the words; other files may come and go meanwhile.
  static List<Path> in(Path folder, List<String> words) {
    var patterns =
        words.stream()
            .flatMap(word -> ENCODINGS.stream().map(encoding -> latin(word.getBytes(encoding))))
            .distinct()
            .toList();
    var found = new ArrayList<Path>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> holdsAny(file, patterns))
          .forEach(found::add);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return found;
  }

  private static boolean holdsAny(Path file, List<String> patterns) {
    try {
      String content = latin(Files.readAllBytes(file));
      return patterns.stream().anyMatch(content::contains);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// One character for each byte, so that bytes can be searched as text.
  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
