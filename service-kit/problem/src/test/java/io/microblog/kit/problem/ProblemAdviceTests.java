package io.microblog.kit.problem;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemAdviceTests {

    private final MockMvcTester mvc = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new Failing())
            .setControllerAdvice(new ProblemAdvice())
            .build());

    @Test
    void rendersAProblemWithoutEmptyMembers() {
        MvcTestResult result = mvc.get().uri("/fail/not-found").exchange();

        assertThat(result).hasStatus(404).hasContentType("application/json").hasHeader("Cache-Control", "no-store");
        assertThat(result).bodyJson().isStrictlyEqualTo("""
                {"error":"Record not found","type":"about:blank","title":"Not Found","status":404}""");
    }

    @Test
    void rendersFieldsAsSignUpFormsExpectThem() {
        assertThat(mvc.get().uri("/fail/invalid")).hasStatus(422).bodyJson().isLenientlyEqualTo("""
                {"error":"Validation failed: Username has already been taken",
                 "details":{"username":[{"error":"ERR_TAKEN","description":"has already been taken"}]}}""");
    }

    @Test
    void tellsTheKindByUrn() {
        assertThat(mvc.get().uri("/fail/coded")).hasStatus(403).bodyJson().isLenientlyEqualTo("""
                {"error":"Not yet","type":"urn:microblog:problem:unconfirmed","detail":"Look into your mail."}""");
    }

    @Test
    void saysWhenToComeBack() {
        assertThat(mvc.get().uri("/fail/limited")).hasStatus(429).hasHeader("Retry-After", "2");
    }

    @Test
    void challengesWhoHasNoToken() {
        assertThat(mvc.get().uri("/fail/unauthorized")).hasStatus(401).containsHeader("WWW-Authenticate");
    }

    @Test
    void keepsADefectToItselfButNamesItForTheLog() {
        MvcTestResult result = mvc.get().uri("/fail/defect").exchange();

        assertThat(result).hasStatus(500).bodyText().doesNotContain("hunter2");
        assertThat(result).bodyJson().extractingPath("instance").asString().startsWith("urn:uuid:");
    }

    @Test
    void namesAMissingAndAnIllTypedParameter() {
        assertThat(mvc.get().uri("/number")).hasStatus(400).bodyText().contains("Parameter n is missing");
        assertThat(mvc.get().uri("/number?n=x")).hasStatus(400).bodyText().contains("Parameter n is not valid");
    }

    @Test
    void anIdThatNoIdCanLookLikeIsNotFound() {
        assertThat(mvc.get().uri("/things/abc")).hasStatus(404);
    }

    @Test
    void refusesWhatTheEndpointDoesNotSpeak() {
        assertThat(mvc.delete().uri("/number")).hasStatus(405).hasHeader("Allow", "GET");
        assertThat(mvc.post().uri("/json").contentType("text/csv").content("a")).hasStatus(415);
        assertThat(mvc.post().uri("/json").contentType("application/json").content("{"))
                .hasStatus(400)
                .bodyText()
                .contains("The body cannot be read");
    }

    @Test
    void mapsWhatFiltersAndFrameworksThrow() {
        assertThat(mvc.get().uri("/fail/denied")).hasStatus(403);
        assertThat(mvc.get().uri("/fail/upload")).hasStatus(413);
        assertThat(mvc.get().uri("/nowhere")).hasStatus(404);
    }

    @Test
    void writesTheSameBodyFromAFilter() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        ProblemWriter.write(new MockHttpServletRequest(), response, new TooManyRequests(Duration.ofSeconds(7)));

        assertThat(response.getStatus()).isEqualTo(429);
        assertThat(response.getHeader("Retry-After")).isEqualTo("7");
        assertThat(response.getContentType()).isEqualTo("application/json");
        assertThat(JsonMapper.shared()
                        .readTree(response.getContentAsString())
                        .get("error")
                        .asString())
                .isEqualTo("Too many requests");
    }

    @RestController
    static class Failing {

        @GetMapping("/fail/{how}")
        void fail(@PathVariable("how") String how) {
            throw switch (how) {
                case "not-found" -> new NotFound();
                case "invalid" -> Invalid.field("username", "ERR_TAKEN", "has already been taken");
                case "coded" -> new Problem(HttpStatus.FORBIDDEN, "Not yet", "unconfirmed", "Look into your mail.");
                case "limited" -> new TooManyRequests(Duration.ofMillis(1200));
                case "unauthorized" -> new Unauthorized();
                case "denied" -> new AccessDeniedException("no");
                case "upload" -> new MaxUploadSizeExceededException(1);
                default -> new IllegalStateException("the password is hunter2");
            };
        }

        @GetMapping("/number")
        int number(@RequestParam("n") int n) {
            return n;
        }

        @GetMapping("/things/{id}")
        long thing(@PathVariable("id") long id) {
            return id;
        }

        @PostMapping("/json")
        void json(@RequestBody FieldProblem body) {}
    }
}
