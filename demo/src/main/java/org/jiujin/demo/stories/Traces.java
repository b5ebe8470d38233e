package org.jiujin.demo.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/// Looks for words in files, whatever encoding they might have been written in.
final class Traces {
  private static final List<Charset> ENCODINGS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, Charset.forName("GB18030"));

  private Traces() {}

  /// The files below a folder that hold any of the words. Files that programs delete meanwhile are passed over.
  static List<Path> in(Path folder, List<String> words) {
    var patterns =
        words.stream()
            .flatMap(word -> ENCODINGS.stream().map(encoding -> latin(word.getBytes(encoding))))
            .distinct()
            .toList();
    var search = new Search(patterns);
    try {
      Files.walkFileTree(folder, search);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return search.found;
  }

  private static final class Search extends SimpleFileVisitor<Path> {
    private final List<String> patterns;
    private final List<Path> found = new ArrayList<>();

    Search(List<String> patterns) {
      this.patterns = patterns;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      try {
        if (attributes.isRegularFile() && holdsAny(latin(Files.readAllBytes(file)))) {
          found.add(file);
        }
      } catch (NoSuchFileException deletedMeanwhile) {
        // nothing is left in it
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }

    private boolean holdsAny(String content) {
      return patterns.stream().anyMatch(content::contains);
    }
  }

  /// One character for each byte, so that bytes can be searched as text.
  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
