package org.jiujin.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Calls the sandbox as anybody would, and bodies to call it with. All people are invented.
final class Calls implements AutoCloseable {
  static final String KEY = "0f8fad5b-d9cb-469f-a165-70867728950e";
  static final String PERSON = "{\"name\":\"测试\",\"idNumber\":\"620100199001010000\"}";
  static final String LOCAL = "62112100120261123001";

  private static final String MATTER = "{\"id\":\"shehui-baozhang-ka\",\"version\":\"1\"}";
  private static final String CONSENT =
      "{\"givenAt\":\"2026-11-23T01:00:00Z\",\"scope\":\"certificates\",\"textVersion\":\"1\"}";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI address;

  Calls(URI address) {
    this.address = address;
  }

  /// An answer.
  record Answer(int status, String type, JsonNode body) {
    String code() {
      return body.path("code").asString("");
    }
  }

  static String about(String person, String more) {
    return "{\"terminal\":\"T621121001\",\"person\":%s,\"matter\":%s,\"consent\":%s%s}"
        .formatted(person, MATTER, CONSENT, more);
  }

  static String application(String localNumber, String mobile) {
    return """
    {"localNumber":"%s","terminal":"T621121001","matter":%s,"situation":"replace",
     "applicant":{"name":"测试","idNumber":"620100199001010000","sex":"男","nation":"汉","birth":"1990-01-01",
       "address":"甘肃省测试县测试村1号","issuer":"测试县公安局","validTo":"2040-01-01"},
     "values":{"mobile":"%s"},
     "materials":[{"id":"id","name":"居民身份证","source":"certificate","level":"A","reference":"SIM-1"}],
     "consent":%s,"signaturePng":"iVBORw0KGgo=","confirmedAt":"2026-11-23T01:02:03Z"}
    """
        .formatted(localNumber, MATTER, mobile, CONSENT);
  }

  static String precheck(String mobile, String materials) {
    return """
    {"terminal":"T621121001","person":%s,"matter":%s,"situation":"replace","values":{"mobile":"%s"},
     "materials":[%s]}
    """
        .formatted(PERSON, MATTER, mobile, materials);
  }

  static String rating(String localNumber, int level, String reasons) {
    return """
    {"localNumber":"%s","level":%d,"reasons":[%s],"channel":"terminal","ratedAt":"2026-11-23T01:05:00Z"}
    """
        .formatted(localNumber, level, reasons);
  }

  Answer get(String path) throws IOException, InterruptedException {
    return answer(HttpRequest.newBuilder(address.resolve(path)));
  }

  Answer post(String path, String body, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return answer(request);
  }

  Answer file(String key, String body) throws IOException, InterruptedException {
    return post("/v1/applications", body, "Idempotency-Key", key);
  }

  Answer rate(String key, String body) throws IOException, InterruptedException {
    return post("/v1/ratings", body, "Idempotency-Key", key);
  }

  private Answer answer(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(
            request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
    String type = response.headers().firstValue("Content-Type").orElse("");
    JsonNode body = type.contains("json") ? JSON.readTree(response.body()) : JSON.nullNode();
    return new Answer(response.statusCode(), type, body);
  }

  @Override
  public void close() {
    client.close();
  }
}
