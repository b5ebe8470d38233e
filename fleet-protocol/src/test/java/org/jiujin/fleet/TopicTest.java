package org.jiujin.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "spBv1.0/GS-621121/NBIRTH/T621121001",
        "spBv1.0/GS-621121/NDEATH/T621121001",
        "spBv1.0/GS-621121/DDATA/T621121001/idcard",
        "spBv1.0/县/DCMD/终端/打印机"
      })
  void writesWhatItRead(String topic) throws MalformedMessageException {
    assertEquals(topic, Topic.parse(topic).format());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "spBv1.0",
        "spBv1.0/STATE/console",
        "spAv1.0/g/NBIRTH/n",
        "spBv1.0/g/nbirth/n",
        "spBv1.0/g/NBIRTH/n/device",
        "spBv1.0/g/DBIRTH/n",
        "spBv1.0/g/DBIRTH/n/",
        "spBv1.0//NBIRTH/n",
        "spBv1.0/g/NBIRTH/+",
        "spBv1.0/g/DDATA/n/d/more",
        "spBv1.0/g/NBIRTH/a\u0000b"
      })
  void refusesWhatIsNotATopicOfANodeOrDevice(String topic) {
    assertThrows(MalformedMessageException.class, () -> Topic.parse(topic));
  }

  @Test
  void refusesToBeMadeWithAWildcard() {
    assertThrows(IllegalArgumentException.class, () -> Topic.ofNode("g", MessageType.NCMD, "#"));
  }
}
