package org.jiujin.kiosk;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import javafx.application.Platform;
import org.jiujin.device.Device;
import org.jiujin.device.DeviceDescription.Kind;
import org.jiujin.fleet.AppState;
import org.jiujin.kiosk.application.ApplicationOutbox;
import org.jiujin.kiosk.application.Filing;
import org.jiujin.kiosk.application.KeyFile;
import org.jiujin.kiosk.application.OutboxFile;
import org.jiujin.kiosk.application.OutboxSender;
import org.jiujin.kiosk.application.SealingAlgorithm;
import org.jiujin.kiosk.application.TerminalKeys;
import org.jiujin.kiosk.audit.AuditTrail;
import org.jiujin.kiosk.identity.CardIdentification;
import org.jiujin.kiosk.journey.Event;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.paper.NumberSeal;
import org.jiujin.kiosk.paper.ReceiptComposer;
import org.jiujin.kiosk.platform.ProvincialPlatform;
import org.jiujin.kiosk.session.FilingDesk;
import org.jiujin.kiosk.session.PlatformQuestions;
import org.jiujin.kiosk.session.TerminalEffects;
import org.jiujin.kiosk.session.UsageBook;
import org.jiujin.kiosk.session.Visit;
import org.jiujin.kiosk.terminal.Counters;
import org.jiujin.kiosk.terminal.ProfileInForce;
import org.jiujin.kiosk.terminal.Supplies;
import org.jiujin.kiosk.terminal.TerminalDevices;
import org.jiujin.kiosk.terminal.TerminalProfile;
import org.jiujin.kiosk.terminal.TerminalReport;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is behind the screen and how it is put together. Spring closes it in the reverse order.
@Configuration(proxyBeanMethods = false)
class KioskConfiguration {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  @Bean
  InstantSource time() {
    return InstantSource.system();
  }

  @Bean
  ProfileInForce profileInForce(TerminalProfile profile) {
    return new ProfileInForce(profile);
  }

  @Bean
  TerminalDevices devices(KioskSettings settings, TerminalProfile profile, InstantSource time) {
    return TerminalDevices.open(
        profile, Objects.requireNonNullElse(settings.devices(), Path.of("/dev")), time);
  }

  @Bean
  ProvincialPlatform platform(KioskSettings settings) {
    return ProvincialPlatform.at(settings.platform());
  }

  @Bean
  TerminalKeys keys(KioskSettings settings) {
    Path file = settings.data().resolve("keys").resolve("terminal.key");
    return switch (KeyFile.open(file, SealingAlgorithm.AES_256_GCM)) {
      case KeyFile.Opening.Ready(var keys) -> keys;
      case KeyFile.Opening.Failed(var fault, var message) ->
          throw new IllegalStateException(fault + ": " + message);
    };
  }

  @Bean
  ApplicationOutbox outbox(KioskSettings settings, TerminalKeys keys, InstantSource time) {
    return switch (OutboxFile.open(settings.data(), keys.sealer(), time)) {
      case OutboxFile.Opening.Ready(var outbox, _) -> outbox;
      case OutboxFile.Opening.Failed(var fault) ->
          throw new IllegalStateException(
              fault + ": the outbox in " + settings.data() + " cannot be opened");
    };
  }

  @Bean
  AuditTrail auditTrail(KioskSettings settings, ApplicationOutbox after, InstantSource time) {
    return AuditTrail.start(
        settings.data().resolve("audit"), KioskVersion.word(), time); // the outbox made the folder
  }

  @Bean
  OutboxSender sender(
      ApplicationOutbox outbox, ProvincialPlatform platform, InstantSource time, AuditTrail trail) {
    return OutboxSender.start(outbox, platform, time, new AuditedDeliveries(trail.terminal()));
  }

  @Bean
  Counters counters(KioskSettings settings, ApplicationOutbox after, InstantSource time) {
    return new Counters(settings.data(), time); // the outbox made the folder
  }

  @Bean
  UsageBook usage(KioskSettings settings, ApplicationOutbox after, InstantSource time) {
    return new UsageBook(settings.data(), time);
  }

  @Bean
  Supplies supplies(TerminalDevices devices, KioskSettings settings, ApplicationOutbox after) {
    return new Supplies(devices, settings.data()); // the outbox made the folder
  }

  @Bean
  FilingDesk filingDesk(
      ApplicationOutbox outbox,
      ProvincialPlatform platform,
      OutboxSender sender,
      Counters counters,
      TerminalProfile profile,
      InstantSource time) {
    return new FilingDesk(
        new Filing(outbox, platform, sender, profile.id()), counters, profile.id(), time);
  }

  @Bean
  TerminalEffects effects(
      TerminalDevices devices,
      ProfileInForce profile,
      ProvincialPlatform platform,
      FilingDesk desk,
      TerminalKeys keys,
      Counters counters,
      AuditTrail trail,
      InstantSource time) {
    return new TerminalEffects(
        devices.session(),
        new CardIdentification(devices.reader(), () -> profile.get().idle().device(), time, CHINA),
        new PlatformQuestions(platform, profile.get().id()),
        desk,
        devices.printer(),
        new ReceiptComposer(profile, new NumberSeal(keys.receiptKey())),
        counters,
        trail);
  }

  @Bean
  Visit visit(TerminalEffects effects, UsageBook usage) {
    var visit = new Visit(Platform::runLater, effects);
    var _ = visit.watch(usage::look); // for as long as there are visits
    return visit;
  }

  /// Lets a resident who waits for the reader go on as soon as it is back.
  @Bean
  Device.Subscription readerReturn(TerminalDevices devices, Visit visit) {
    return devices.subscribe(health -> {
      if (health.usable(Kind.IDENTITY_CARD_READER)) {
        visit.send(new Event.ReaderReturned());
      }
    });
  }

  @Bean
  TerminalFace terminalFace(ProfileInForce profile, TerminalDevices devices) {
    return new TerminalFace(profile, devices);
  }

  @Bean
  TerminalReport report(
      TerminalDevices devices,
      Supplies supplies,
      Counters counters,
      Visit visit,
      ApplicationOutbox outbox,
      UsageBook usage,
      InstantSource time) {
    return new TerminalReport(
        devices,
        supplies,
        counters,
        () -> visit.state() instanceof State.Attract ? AppState.READY : AppState.SERVING,
        outbox::depth,
        usage::today,
        time);
  }
}
