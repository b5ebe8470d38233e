package org.jiujin.agent.lone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionReaderTest {
  private static final Path HOME = Path.of("home");
  private static final String LEAST = "--broker tcp://127.0.0.1:1883 --group G --node N";

  @Test
  void needsBrokerGroupAndNodeOnly() throws UsageException {
    LoneOptions options = parse(LEAST);
    assertEquals(List.of("tcp://127.0.0.1:1883"), options.link().brokers());
    assertEquals("G", options.link().group());
    assertEquals("N", options.link().node());
    assertEquals(LoneOptions.USUAL_DEVICES, options.devices());
    assertEquals(Duration.ofSeconds(1), options.change());
    assertEquals(HOME.resolve("target/agent/G%2FN"), options.link().data());
    assertNull(options.until());
    assertNull(options.unplug());
    assertNull(options.link().primaryHost(), "terminals wait for no host");
    assertFalse(options.complex());
  }

  @Test
  void takesEverythingElse() throws UsageException {
    LoneOptions options =
        parse(
            LEAST
                + " --broker tcp://[::1]:1884 --devices a,b --host console-1 --rate 4 --unplug 2m"
                + " --until 25s --seed 7 --complex --keep-alive 10s --data /tmp/x");
    assertEquals(2, options.link().brokers().size());
    assertEquals(List.of("a", "b"), options.devices());
    assertEquals("console-1", options.link().primaryHost());
    assertEquals(Duration.ofMillis(250), options.change());
    assertEquals(Duration.ofMinutes(2), options.unplug());
    assertEquals(Duration.ofSeconds(25), options.until());
    assertEquals(7, options.seed());
    assertTrue(options.complex());
    assertEquals(Duration.ofSeconds(10), options.link().keepAlive());
    assertEquals(Path.of("/tmp/x"), options.link().data());
  }

  @Test
  void aRateMayBeATimeOrNothing() throws UsageException {
    assertEquals(Duration.ofSeconds(5), parse(LEAST + " --rate 5s").change());
    assertEquals(Duration.ofMillis(500), parse(LEAST + " --rate 500ms").change());
    assertNull(parse(LEAST + " --rate 0").change());
  }

  @Test
  void aNodeMayHaveNoDevices() throws UsageException {
    var words = List.of("--broker", "tcp://h:1", "--group", "G", "--node", "N", "--devices", "");
    assertEquals(List.of(), LoneOptions.parse(words, HOME).devices());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --group G --node N                             | --broker is missing
          --broker http://h:1                            | tcp://HOST:PORT
          --broker tcp://h:99999                         | tcp://HOST:PORT
          --broker tcp://h:1 --node N                    | --group is missing
          --broker tcp://h:1 --group G                   | --node is missing
          --broker tcp://h:1 --group a/b --node N        | without + # /
          --broker tcp://h:1 --group G --node N --node M | twice
          --broker tcp://h:1 --group G --node            | needs a value
          --broker ssl://h:1 --group G --node N          | --tls ca=FILE
          --until soon --broker tcp://h:1 --group G --node N | 25s
          --until 0s --broker tcp://h:1 --group G --node N   | 25s
          --rate fast --broker tcp://h:1 --group G --node N  | 5
          --seed x --broker tcp://h:1 --group G --node N     | whole number
          --devices a,,b --broker tcp://h:1 --group G --node N | --devices
          --devices a,a --broker tcp://h:1 --group G --node N  | twice
          --keep-alive 100ms --broker tcp://h:1 --group G --node N | 65535s
          --tls ca --broker tcp://h:1 --group G --node N       | ca=FILE
          --tls cert=x --broker tcp://h:1 --group G --node N   | ca=FILE
          --tls ca=none.pem --broker ssl://h:1 --group G --node N | none.pem cannot be read
          --verbose                                            | --help
          """)
  void namesTheOptionAndWhatToWrite(String words, String hint) {
    var problem = assertThrows(UsageException.class, () -> parse(words));
    String message = String.valueOf(problem.getMessage());
    assertTrue(message.contains(hint), message);
    assertFalse(message.contains("\n"), "one line: " + message);
  }

  private static LoneOptions parse(String words) throws UsageException {
    return LoneOptions.parse(Arrays.asList(words.strip().split(" ", -1)), HOME);
  }
}
