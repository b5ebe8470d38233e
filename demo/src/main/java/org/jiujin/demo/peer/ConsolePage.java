package org.jiujin.demo.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/// A page of the console, kept open in a real Chromium as an operator has it. The page is loaded once and must then
/// keep itself up to date.
///
/// Methods throw [UncheckedIOException] when the browser does not answer.
public final class ConsolePage implements AutoCloseable {
  private static final Duration LOAD_LIMIT = Duration.ofSeconds(20);
  private static final int LONGEST_TEMPORARY_BYTES = 60;

  /// A live page may renew a part of itself between finding it and reading it.
  private static final int MOST_TRIES = 5;

  /// Held, because java.util.logging forgets a logger that nobody holds, and its level with it.
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private final ChromeDriver driver;

  private ConsolePage(ChromeDriver driver) {
    this.driver = driver;
  }

  /// Opens a page.
  ///
  /// @param folder where the browser may write; made if it is missing
  /// @param fonts a folder with the fonts that the page may use, so that Chinese shows on a machine without any
  /// @throws UncheckedIOException if the browser does not start or the page does not load
  public static ConsolePage open(URI page, Path folder, Path fonts) {
    SELENIUM.setLevel(
        Level.SEVERE); // it warns that it has no DevTools bindings for this browser; none are used
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("fonts.conf"), fontSettings(folder, fonts));
      Browser browser = Browser.find();
      var driver = new ChromeDriver(service(browser, folder), options(browser, folder));
      return load(page, driver);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    } catch (WebDriverException absent) {
      throw noAnswer(absent);
    }
  }

  private static ConsolePage load(URI page, ChromeDriver driver) {
    try {
      driver.manage().timeouts().pageLoadTimeout(LOAD_LIMIT);
      driver.get(page.toString());
      return new ConsolePage(driver);
    } catch (WebDriverException notLoaded) {
      driver.quit(); // or the browser would be left behind
      throw notLoaded;
    }
  }

  private static ChromeDriverService service(Browser browser, Path folder) throws IOException {
    String own = folder.toString(); // nothing of the browser's goes to the user's home
    return new ChromeDriverService.Builder()
        .usingDriverExecutable(browser.driver().toFile())
        .usingAnyFreePort()
        .withLogFile(folder.resolve("chromedriver.log").toFile())
        .withEnvironment(
            Map.of(
                "HOME",
                own,
                "TMPDIR",
                temporary(folder).toString(),
                "XDG_CONFIG_HOME",
                own,
                "XDG_CACHE_HOME",
                own,
                "FONTCONFIG_FILE",
                folder.resolve("fonts.conf").toString(),
                "SE_AVOID_STATS",
                "true"))
        .build();
  }

  /// Where Chromium makes a socket, whose path may have some 100 bytes: its own folder, or the system's temporary one
  /// when the checkout lies too deep for that.
  private static Path temporary(Path folder) throws IOException {
    if (folder.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_TEMPORARY_BYTES) {
      return folder;
    }
    Path fresh = Files.createTempDirectory("kiosk-chromium");
    fresh.toFile().deleteOnExit(); // Chromium empties it when it ends
    return fresh;
  }

  private static ChromeOptions options(Browser browser, Path folder) {
    var options = new ChromeOptions();
    options.setBinary(browser.program().toString());
    options.addArguments(
        "--headless=new",
        "--no-sandbox", // Chromium refuses to start as root with its sandbox; it opens our own page
        // only
        "--disable-gpu",
        "--disable-dev-shm-usage", // containers give it 64 MB, which is too little
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--user-data-dir=" + folder.resolve("profile"),
        "--window-size=1440,1180");
    return options;
  }

  private static String fontSettings(Path folder, Path fonts) {
    return """
    <?xml version="1.0"?>
    <!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
    <fontconfig>
      <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
      <dir>%s</dir>
      <cachedir>%s</cachedir>
    </fontconfig>
    """
        .formatted(fonts, folder.resolve("fontcache"));
  }

  /// Goes to another page.
  public void go(URI other) {
    try {
      driver.get(other.toString());
    } catch (WebDriverException gone) {
      throw noAnswer(gone);
    }
  }

  /// Types into the first field that matches, in place of what is there.
  public void type(String css, String text) {
    try {
      WebElement field = driver.findElement(By.cssSelector(css));
      field.clear();
      field.sendKeys(text);
    } catch (WebDriverException gone) {
      throw noAnswer(gone);
    }
  }

  /// Clicks the first element that matches; returns when the page that comes of it is loaded.
  public void click(String css) {
    try {
      driver.findElement(By.cssSelector(css)).click();
    } catch (WebDriverException gone) {
      throw noAnswer(gone);
    }
  }

  /// The visible text of the first element that matches, empty when there is none.
  public String text(String css) {
    for (int tries = 1; ; tries++) {
      try {
        return driver.findElements(By.cssSelector(css)).stream()
            .findFirst()
            .map(element -> element.getText())
            .orElse("");
      } catch (StaleElementReferenceException renewed) {
        if (tries == MOST_TRIES) { // the page put another in its place each time
          throw noAnswer(renewed);
        }
      } catch (WebDriverException gone) {
        throw noAnswer(gone);
      }
    }
  }

  /// The page as a PNG.
  public byte[] picture() {
    try {
      return driver.getScreenshotAs(OutputType.BYTES);
    } catch (WebDriverException gone) {
      throw noAnswer(gone);
    }
  }

  /// Ends the browser.
  @Override
  public void close() {
    try {
      driver.quit();
    } catch (WebDriverException gone) {
      throw noAnswer(gone);
    }
  }

  private static UncheckedIOException noAnswer(WebDriverException cause) {
    return new UncheckedIOException(new IOException("The browser does not answer", cause));
  }
}
