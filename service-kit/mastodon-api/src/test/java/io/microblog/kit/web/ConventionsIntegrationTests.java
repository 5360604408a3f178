package io.microblog.kit.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(
        classes = ConventionsApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.application.name=conventions", "microblog.base-url=https://blog.example/"})
class ConventionsIntegrationTests {

    @LocalServerPort
    private int port;

    private ConventionsClient client;

    @BeforeEach
    void connect() {
        client = ConventionsClient.to(port);
    }

    @Test
    void linksToTheNeighboursByTheBaseUrl() throws Exception {
        HttpResponse<String> response = client.get(
                "/items?limit=2&max_id=9&access_token=secret&any[]=a%26b&since_id=1",
                "X-Forwarded-Host", "evil.example");

        assertThat(response.body()).isEqualTo("[8,7]");
        assertThat(response.headers().firstValue("Link"))
                .hasValue("<https://blog.example/items?limit=2&any%5B%5D=a%26b&max_id=7>; rel=\"next\","
                        + " <https://blog.example/items?limit=2&any%5B%5D=a%26b&min_id=8>; rel=\"prev\"");
    }

    @Test
    void linksNowhereBeyondTheEnd() throws Exception {
        assertThat(client.get("/items?limit=5&max_id=3").headers().firstValue("Link"))
                .hasValue("<https://blog.example/items?limit=5&min_id=2>; rel=\"prev\"");
        assertThat(client.get("/items?max_id=1&min_id=0").headers().firstValue("Link"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'',3", "limit=,3", "limit=4,4", "limit=0,3", "limit=400,5", "limit=99999999999999999999,5"})
    void clampsTheLimit(String query, int size) throws Exception {
        assertThat(ConventionsClient.json(client.get("/items?" + query))).hasSize(size);
    }

    @ParameterizedTest
    @ValueSource(strings = {"max_id=x", "since_id=1.5", "min_id=-1", "limit=ten", "limit=-100", "max_id=1%20OR%201=1"})
    void namesThePageParameterThatIsNoNumber(String query) throws Exception {
        HttpResponse<String> response = client.get("/items?" + query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains("Parameter " + query.substring(0, query.indexOf('=')) + " is not a number");
    }

    @Test
    void takesAnIdBeyondTheLargestForTheLargest() throws Exception {
        assertThat(client.get("/items?limit=1&max_id=99999999999999999999").body())
                .isEqualTo("[10]");
    }

    @ParameterizedTest
    @CsvSource({"id[]=3&id[]=1&id[]=3,'[3,1]'", "id=3&id=1,'[3,1]'", "id%5B%5D=2,[2]", "'',[]"})
    void readsListsOfIds(String query, String ids) throws Exception {
        assertThat(client.get("/ids?" + query).body()).isEqualTo(ids);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id=x", "id[]=-1", "id[]=1&id[]=1.5"})
    void refusesListsOfNoIds(String query) throws Exception {
        HttpResponse<String> response = client.get("/ids?" + query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("Parameter id is not a number");
    }

    @Test
    void refusesTooManyIds() throws Exception {
        HttpResponse<String> response = client.get("/ids?id=1&id=2&id=3&id=4");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(ConventionsClient.json(response).get("details").has("id")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"account_id=foo", "since=yesterday", "visibility=secret", "sensitive=perhaps"})
    void refusesWhatARecordOfTheQueryCannotTake(String query) throws Exception {
        HttpResponse<String> response = client.get("/filtered?" + query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("Parameter " + query.substring(0, query.indexOf('=')) + " is not valid");
    }

    @ParameterizedTest
    @CsvSource({"True,true", "1,true", "ON,true", "t,true", "False,false", "0,false", "'',false"})
    void readsBooleansAsClientsWriteThem(String written, String meant) throws Exception {
        assertThat(client.get("/flag?resolve=" + written).body()).isEqualTo(meant);
    }

    @Test
    void refusesWhatIsNoBoolean() throws Exception {
        assertThat(client.get("/flag?resolve=maybe").statusCode()).isEqualTo(400);
    }

    @Test
    void keepsPersonalAnswersOutOfCaches() throws Exception {
        assertThat(client.get("/flag", "Authorization", "Bearer x").headers().allValues("Cache-Control"))
                .containsExactly("no-store");
        assertThat(client.get("/flag").headers().allValues("Cache-Control")).isEmpty();
        assertThat(client.get("/cacheable", "Authorization", "Bearer x")
                        .headers()
                        .allValues("Cache-Control"))
                .containsExactly("no-cache, private");
    }

    @Test
    void answersUnknownPathsWithAProblem() throws Exception {
        for (String path : new String[] {"/nowhere", "/error"}) {
            HttpResponse<String> response = client.get(path, "Accept", "text/html");

            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
            assertThat(ConventionsClient.json(response).get("error").asString()).isEqualTo("Not found");
        }
    }

    @Test
    void answersErrorsOfTheContainerWithAProblem() throws Exception {
        for (String target : new String[] {"/../../etc", "/flag?a=<b>", "/%zz"}) {
            assertThat(raw("GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 400")
                    .contains("Content-Type: application/json", "{\"error\":\"Bad Request\"")
                    .doesNotContain("<html");
        }
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
