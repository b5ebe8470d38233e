package org.jiujin.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.springframework.stereotype.Component;

/// The registers of the province, invented: who has which certificate, and what is known about a person.
@Component
class Registers {
  private static final String NOBODYS_MOBILE = "13900000000";
  private static final String POPULATION = "省人口基础信息库（模拟）";
  private static final String CARD_BANKS = "省社会保障卡管理系统（模拟）";
  private static final SequencedMap<String, String> BANKS = new LinkedHashMap<>();

  static {
    BANKS.put("gansu", "甘肃银行");
    BANKS.put("lanzhou", "兰州银行");
    BANKS.put("rural", "甘肃农信（农村信用社、农商银行）");
    BANKS.put("abc", "中国农业银行");
    BANKS.put("boc", "中国银行");
    BANKS.put("psbc", "中国邮政储蓄银行");
  }

  Answers.Prefill prefill(Requests.Prefill query, String consentId) {
    var options =
        BANKS.entrySet().stream()
            .map(bank -> new Answers.Option(bank.getKey(), bank.getValue()))
            .toList();
    boolean known = InventedPeople.hasMobileOnFile(query.person());
    return new Answers.Prefill(
        consentId,
        known ? List.of(new Answers.Value("mobile", NOBODYS_MOBILE, POPULATION)) : List.of(),
        List.of(new Answers.Choice("bank", options, CARD_BANKS)),
        known ? List.of() : List.of("mobile"));
  }

  Answers.Certificates certificates(Requests.CertificateQuery query) {
    var found = new ArrayList<Answers.Certificate>();
    var missing = new ArrayList<String>();
    for (String name : query.names()) {
      if (has(query.person(), name)) {
        found.add(certificate(query.person(), name));
      } else {
        missing.add(name);
      }
    }
    return new Answers.Certificates(found, missing);
  }

  private static boolean has(Requests.Person person, String name) {
    if (InventedPeople.hasNoCertificates(person)) {
      return false;
    }
    return switch (name) {
      case "居民身份证", "居民户口簿" -> true;
      case "居民身份证照片", "证件照片" -> !InventedPeople.hasNoPhoto(person);
      default -> false;
    };
  }

  private static Answers.Certificate certificate(Requests.Person person, String name) {
    return new Answers.Certificate(name, reference(person, name), "A", "甘肃省公安厅（模拟）", "省电子证照库（模拟）");
  }

  /// Stable per person and certificate, and tells nothing about either.
  private static String reference(Requests.Person person, String name) {
    byte[] hash = Hash.sha256((name + '\n' + person.idNumber()).getBytes(StandardCharsets.UTF_8));
    return "SIM-" + HexFormat.of().formatHex(hash, 0, 10).toUpperCase(Locale.ROOT);
  }
}
