package org.jiujin.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Looks at a draft for what an office would send back (智能预审). Keeps nothing.
@Component
class Precheck {
  private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");

  Answers.Precheck check(Requests.Precheck draft) {
    var findings = new ArrayList<Answers.Finding>();
    checkValues(draft.values(), findings);
    checkMaterials(draft.materials(), findings);
    return new Answers.Precheck(findings.stream().noneMatch(Answers.Finding::isError), findings);
  }

  private static void checkValues(Map<String, String> values, List<Answers.Finding> findings) {
    values.forEach((field, value) -> {
      if (value.isBlank()) {
        findings.add(error("field-blank", field, "此项未填写"));
      } else if (field.equals("mobile") && !MOBILE.matcher(value).matches()) {
        findings.add(error("mobile-malformed", field, "手机号码应为11位数字"));
      }
    });
  }

  private static void checkMaterials(
      List<Requests.Material> materials, List<Answers.Finding> findings) {
    if (materials.isEmpty()) {
      findings.add(error("materials-missing", "materials", "缺少申请材料"));
    }
    for (Requests.Material material : materials) {
      boolean unnamed = material.reference() == null || material.reference().isBlank();
      switch (material.source()) {
        case "certificate" -> {
          if (unnamed) {
            findings.add(error("reference-missing", material.id(), "未取得该电子证照"));
          }
        }
        case "fetch-on-arrival" ->
            findings.add(notice("fetched-on-arrival", material.id(), "受理部门收件后调取"));
        case "captured" ->
            findings.add(notice("original-checked-later", material.id(), "受理部门将核对原件"));
        default -> {} // a declaration needs no more than the signature below it
      }
    }
  }

  private static Answers.Finding error(String code, String about, String message) {
    return new Answers.Finding("error", code, about, message);
  }

  private static Answers.Finding notice(String code, String about, String message) {
    return new Answers.Finding("notice", code, about, message);
  }
}
