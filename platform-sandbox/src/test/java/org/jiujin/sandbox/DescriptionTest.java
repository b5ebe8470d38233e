package org.jiujin.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class DescriptionTest {
  private static final JsonNode DESCRIPTION = new YAMLMapper().readTree(Contract.description());

  @Test
  void listsEveryOperationThatIsServedAndNoOther() {
    Set<String> served =
        Stream.of(TerminalApi.class, SandboxApi.class)
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .flatMap(method ->
                Stream.concat(
                    Arrays.stream(method.getAnnotationsByType(GetMapping.class))
                        .flatMap(get -> Stream.of(get.value()).map(path -> "get " + path)),
                    Arrays.stream(method.getAnnotationsByType(PostMapping.class))
                        .flatMap(post -> Stream.of(post.value()).map(path -> "post " + path))))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> described =
        DESCRIPTION
            .path("paths")
            .propertyStream()
            .flatMap(path ->
                path.getValue().propertyStream().map(verb -> verb.getKey() + " " + path.getKey()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(described, served);
  }

  @Test
  void listsEveryProblemCode() {
    Set<String> described =
        DESCRIPTION
            .at("/components/schemas/Problem/properties/code/enum")
            .valueStream()
            .map(JsonNode::asString)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> used =
        Arrays.stream(ProblemCode.values())
            .map(ProblemCode::wire)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(described, used);
  }

  @Test
  void refersOnlyToWhatItDefines() {
    var broken =
        DESCRIPTION.findValuesAsString("$ref").stream()
            .distinct()
            .filter(reference -> DESCRIPTION.at(reference.substring(1)).isMissingNode())
            .toList();
    assertEquals(List.of(), broken);
  }
}
