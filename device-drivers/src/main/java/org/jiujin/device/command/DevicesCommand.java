package org.jiujin.device.command;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jiujin.device.SettingException;

/// The program behind `./kiosk devices`.
public final class DevicesCommand {
  private static final List<Command> COMMANDS =
      List.of(
          new ListCommand(),
          new DetectCommand(),
          new TestCommand(),
          new WatchCommand(),
          new RecordCommand(),
          new ReplayCommand(),
          new ScanCommand(),
          new PageCommand(),
          new DriversCommand(),
          new ReadIdCommand(),
          new ReadCardCommand(),
          new PrintCommand(),
          new PrintPdfCommand());

  private DevicesCommand() {}

  /// Runs one command and ends the program with its exit code.
  ///
  /// @param arguments the home folder, the command's name and its words
  public static void main(String[] arguments) {
    var terminal =
        new Terminal(
            Path.of(arguments[0]),
            new FileInputStream(FileDescriptor.in),
            stream(FileDescriptor.out),
            stream(FileDescriptor.err));
    System.exit(run(Arrays.asList(arguments).subList(1, arguments.length), terminal));
  }

  static int run(List<String> words, Terminal terminal) {
    var name = words.isEmpty() ? "help" : words.getFirst();
    if (List.of("help", "--help", "-h").contains(name)) {
      help(terminal);
      return words.isEmpty() ? Command.MISUSED : Command.OK;
    }
    for (var command : COMMANDS) {
      if (command.name().equals(name)) {
        return run(command, words.subList(1, words.size()), terminal);
      }
    }
    terminal.complain("there is no command '" + name + "'; ./kiosk devices help lists them");
    return Command.MISUSED;
  }

  private static int run(Command command, List<String> words, Terminal terminal) {
    try {
      return command.run(Words.of(command, words), terminal);
    } catch (UsageException wrong) {
      terminal.complain(
          "%s. Usage: ./kiosk devices %s %s"
              .formatted(wrong.getMessage(), command.name(), command.synopsis()));
      return Command.MISUSED;
    } catch (SettingException wrong) {
      terminal.complain(wrong.setting() + " " + wrong.problem());
      return Command.MISUSED;
    } finally {
      terminal.out().flush();
    }
  }

  private static void help(Terminal terminal) {
    for (var command : COMMANDS) {
      terminal
          .out()
          .printf(
              "  %-52s %s%n",
              (command.name() + " " + command.synopsis()).strip(), command.summary());
    }
  }

  private static PrintStream stream(FileDescriptor where) {
    return new PrintStream(new FileOutputStream(where), true, StandardCharsets.UTF_8);
  }
}
