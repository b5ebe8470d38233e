package org.jiujin.kiosk.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiujin.kiosk.application.MaterialUse;
import org.jiujin.kiosk.catalogue.Prefill;
import org.jiujin.kiosk.catalogue.RequiredMaterial;
import org.jiujin.kiosk.journey.Draft;
import org.jiujin.kiosk.journey.Precheck;
import org.jiujin.kiosk.material.HeldMaterial;
import org.jiujin.kiosk.material.MaterialState;
import org.jiujin.kiosk.platform.PlatformAnswer;
import org.jiujin.kiosk.platform.PlatformReply;
import org.jiujin.kiosk.platform.PlatformRequest;
import org.jiujin.kiosk.platform.ProvincialPlatform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the platform on behalf of the visit, and makes do when it does not answer: a resident is never sent home because
/// the line is down. Blocks as long as the platform client's limits.
public final class PlatformQuestions {
  private static final Logger LOG = LoggerFactory.getLogger(PlatformQuestions.class);

  private final ProvincialPlatform platform;
  private final String terminalId;

  /// @param terminalId told to the platform with every question
  public PlatformQuestions(ProvincialPlatform platform, String terminalId) {
    this.platform = platform;
    this.terminalId = terminalId;
  }

  /// What the province knows already, by field id of the form.
  Map<String, String> known(Draft draft) {
    var request =
        new PlatformRequest.Prefill(
            terminalId, person(draft), matter(draft), ConsentTerms.asked(draft.consentedAt()));
    return answer("prefill", platform.prefill(request))
        .map(prefill -> byFieldId(draft, prefill))
        .orElse(Map.of());
  }

  private static Map<String, String> byFieldId(Draft draft, PlatformAnswer.Prefill prefill) {
    Map<String, String> known =
        prefill.values().stream()
            .collect(
                Collectors.toMap(
                    PlatformAnswer.Known::field, PlatformAnswer.Known::value, (one, _) -> one));
    var answers = new HashMap<String, String>();
    draft
        .matter()
        .form()
        .fields()
        .forEach(field -> {
          if (field.prefill() instanceof Prefill.FromPlatform(var name)
              && known.containsKey(name)) {
            answers.put(field.id(), known.getOrDefault(name, ""));
          }
        });
    return answers;
  }

  /// The materials that the matter needs in the draft's situation, found or not.
  List<HeldMaterial> materials(Draft draft) {
    var request =
        new PlatformRequest.CertificateQuery(
            terminalId,
            person(draft),
            matter(draft),
            ConsentTerms.asked(draft.consentedAt()),
            needed(draft).stream().map(RequiredMaterial::name).toList());
    return answer("certificates", platform.certificates(request))
        .map(certificates -> held(draft, material -> found(certificates, material)))
        .orElseGet(() -> fetchedLater(draft));
  }

  /// The needed materials when nobody could be asked: the accepting authority fetches them.
  static List<HeldMaterial> fetchedLater(Draft draft) {
    return held(draft, _ -> new MaterialState.FetchedLater());
  }

  private static List<HeldMaterial> held(
      Draft draft, Function<RequiredMaterial, MaterialState> state) {
    return needed(draft).stream()
        .map(material -> new HeldMaterial(material.id(), material.name(), state.apply(material)))
        .toList();
  }

  private static List<RequiredMaterial> needed(Draft draft) {
    return draft.matter().materialsIn(draft.situation().id());
  }

  private static MaterialState found(
      PlatformAnswer.Certificates certificates, RequiredMaterial material) {
    return certificates.certificates().stream()
        .filter(certificate -> certificate.name().equals(material.name()))
        .findFirst()
        .<MaterialState>map(
            certificate -> new MaterialState.Held(certificate.reference(), certificate.level()))
        .orElseGet(MaterialState.Missing::new);
  }

  /// The platform's pre-check (智能预审).
  Precheck precheck(Draft draft) {
    var request =
        new PlatformRequest.Precheck(
            terminalId,
            person(draft),
            matter(draft),
            draft.situation().id(),
            draft.applicableAnswers(),
            draft.materials().stream()
                .filter(HeldMaterial::maySubmit)
                .map(material -> MaterialUse.of(material).onWire())
                .toList());
    return answer("precheck", platform.precheck(request))
        .map(PlatformQuestions::judged)
        .orElseGet(Precheck.Later::new);
  }

  private static Precheck judged(PlatformAnswer.Precheck precheck) {
    return precheck.passed()
        ? new Precheck.Passed()
        : new Precheck.Found(
            precheck.findings().stream()
                .filter(PlatformAnswer.Finding::isError)
                .map(PlatformAnswer.Finding::message)
                .toList());
  }

  private static <T> Optional<T> answer(String question, PlatformReply<T> reply) {
    return switch (reply) {
      case PlatformReply.Answered<T>(var answer, _) -> Optional.of(answer);
      case PlatformReply.Refused<T>(var problem) -> {
        LOG.warn("The platform refused {}: {} {}", question, problem.status(), problem.code());
        yield Optional.empty();
      }
      case PlatformReply.Unreachable<T>(var cause) -> {
        LOG.info("No answer from the platform to {}: {}", question, cause);
        yield Optional.empty();
      }
    };
  }

  private static PlatformRequest.Person person(Draft draft) {
    return PlatformRequest.Person.of(draft.person());
  }

  private static PlatformRequest.Matter matter(Draft draft) {
    return new PlatformRequest.Matter(draft.matter().id(), draft.matter().version());
  }
}
