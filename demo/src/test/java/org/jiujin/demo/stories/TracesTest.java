package org.jiujin.demo.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "GB18030"})
  void findsAnAddressInAnyEncodingAmongOtherBytes(String encoding) throws Exception {
    Path inner = Files.createDirectories(folder.resolve("inner"));
    Files.write(folder.resolve("clean"), new byte[] {0, 1, 2, (byte) 0xFF});
    byte[] words = ("x" + Applicant.ADDRESS).getBytes(Charset.forName(encoding));
    Path stained = Files.write(inner.resolve("stained"), words);

    assertEquals(List.of(stained), Traces.in(folder, Applicant.traces()));
  }

  @Test
  void findsNothingWhereNothingIs() throws Exception {
    Files.writeString(
        folder.resolve("log"), "card read, number 621121********0003\n", StandardCharsets.UTF_8);

    assertEquals(List.of(), Traces.in(folder, Applicant.traces()));
  }
}
