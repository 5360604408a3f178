package io.microblog.kit.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.microblog.testing.TestIdentity;
import io.microblog.testing.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Who gets through to which endpoint, with real signed tokens. */
@SpringBootTest(
        classes = {AccessTests.Service.class, TestIdentity.class},
        properties = {
            "spring.application.name=test-service",
            "management.server.port=0",
            "microblog.outbox.enabled=false",
            "spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                    + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration,"
                    + "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration,"
                    + "io.microblog.kit.event.KitEventAutoConfiguration"
        })
@AutoConfigureMockMvc
class AccessTests {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Endpoints.class)
    static class Service {}

    @RestController
    static class Endpoints {

        @OpenToAll
        @GetMapping("/open")
        String open(Caller caller) {
            return "account " + caller.accountId();
        }

        @OpenToAll({"read:statuses", "read:accounts"})
        @GetMapping("/open-to-readers")
        String openToReaders(Caller caller) {
            return "account " + caller.accountId();
        }

        @RequiresScope({"read:statuses", "profile"})
        @GetMapping("/statuses-or-profile")
        String statusesOrProfile(Caller caller) {
            return "account " + caller.requireAccount();
        }

        @RequiresScope("read:statuses")
        @GetMapping("/statuses")
        String statuses(Caller caller) {
            return "account " + caller.requireAccount();
        }

        @RequiresScope("admin:read")
        @RequiresPermission(Permission.MANAGE_REPORTS)
        @GetMapping("/for-moderators")
        String forModerators() {
            return "reports";
        }

        @RequiresScope(value = "read", account = false)
        @GetMapping("/for-apps")
        String forApps(Caller caller) {
            return "app " + caller.clientId();
        }

        @RequiresScope(unconfirmed = true)
        @GetMapping("/for-unconfirmed")
        String forUnconfirmed() {
            return "you";
        }

        @InternalOnly({"gateway", "post-service"})
        @GetMapping("/internal/secret")
        String internal() {
            return "secret";
        }

        @InternalOnly("gateway")
        @GetMapping("/misplaced")
        String misplaced() {
            return "secret";
        }

        @GetMapping("/forgotten")
        String forgotten() {
            return "secret";
        }
    }

    @Autowired
    private MockMvc http;

    @Test
    void anybodyMayCallWhatIsOpen() throws Exception {
        call("/open", null).andExpect(status().isOk()).andExpect(content().string("account null"));
        call("/open", TestTokens.forAccount(7)).andExpect(content().string("account 7"));
    }

    @Test
    void aTokenIsNeeded() throws Exception {
        call("/statuses", null)
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.error").value("The access token is invalid"));
    }

    @Test
    void theScopeOrItsParentIsNeeded() throws Exception {
        call("/statuses", TestTokens.forAccount(7, "read:statuses")).andExpect(status().isOk());
        call("/statuses", TestTokens.forAccount(7, "read")).andExpect(status().isOk());
        call("/statuses", TestTokens.forAccount(7, "read:accounts", "write")).andExpect(status().isForbidden());
        call("/statuses", TestTokens.forAccount(7, "read:statuses:x")).andExpect(status().isForbidden());
    }

    @Test
    void thePermissionIsNeededBesidesTheScope() throws Exception {
        call("/for-moderators", allowed(Permission.sum(Permission.MANAGE_REPORTS), "admin:read"))
                .andExpect(status().isOk());
        call("/for-moderators", allowed(Permission.sum(Permission.ADMINISTRATOR), "admin:read"))
                .andExpect(status().isOk());
        call("/for-moderators", allowed(Permission.sum(Permission.MANAGE_REPORTS), "read"))
                .andExpect(status().isForbidden());
        call("/for-moderators", allowed(Permission.sum(Permission.MANAGE_USERS), "admin:read"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.error").value("This action is not allowed"));
        call("/for-moderators", TestTokens.forAccount(7, "admin:read")).andExpect(status().isForbidden());
    }

    private static String allowed(long permissions, String scope) {
        return TestTokens.with(
                claims -> claims.subject("7").claim("scope", scope).claim("permissions", permissions));
    }

    @Test
    void oneOfSeveralScopesIsEnough() throws Exception {
        call("/statuses-or-profile", TestTokens.forAccount(7, "read")).andExpect(status().isOk());
        call("/statuses-or-profile", TestTokens.forAccount(7, "profile")).andExpect(status().isOk());
        call("/statuses-or-profile", TestTokens.forAccount(7, "read:accounts", "write"))
                .andExpect(status().isForbidden());
    }

    @Test
    void aTokenThatComesAlongNeedsTheScopeToo() throws Exception {
        call("/open-to-readers", null).andExpect(content().string("account null"));
        call("/open-to-readers", TestTokens.forAccount(7, "read:accounts"))
                .andExpect(content().string("account 7"));
        call("/open-to-readers", TestTokens.forAccount(7, "read"))
                .andExpect(content().string("account 7"));
        call("/open-to-readers", TestTokens.forAccount(7, "write")).andExpect(status().isForbidden());
        call("/open-to-readers", TestTokens.forApp("app", "write:statuses")).andExpect(status().isForbidden());
    }

    @Test
    void anAppIsNotAPerson() throws Exception {
        call("/statuses", TestTokens.forApp("app", "read")).andExpect(status().isUnprocessableContent());
        call("/for-apps", TestTokens.forApp("app", "read")).andExpect(content().string("app app"));
    }

    @Test
    void onlyAccountsInGoodStandingMayAct() throws Exception {
        call("/statuses", inState("unconfirmed"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.error").value("Your login is missing a confirmed e-mail address"));
        call("/for-unconfirmed", inState("unconfirmed")).andExpect(status().isOk());
        call("/statuses", inState("suspended")).andExpect(status().isForbidden());
        call("/for-unconfirmed", inState("suspended")).andExpect(status().isForbidden());
    }

    @Test
    void anEndpointThatSaysNothingServesNobody() throws Exception {
        call("/forgotten", null).andExpect(status().isForbidden());
        call("/forgotten", TestTokens.forAccount(7)).andExpect(status().isForbidden());
    }

    @Test
    void internalEndpointsServeServicesAlone() throws Exception {
        call("/internal/secret", TestTokens.forService("gateway", "test-service"))
                .andExpect(status().isOk());
        call("/internal/secret", TestTokens.forService("gateway", "user-service"))
                .andExpect(status().isUnauthorized());
        call("/internal/secret", TestTokens.forService("stranger", "test-service"))
                .andExpect(status().isUnauthorized());
        call("/internal/secret", TestTokens.forAccount(7)).andExpect(status().isUnauthorized());
        call("/internal/secret", null).andExpect(status().isUnauthorized());
        call("/misplaced", TestTokens.forAccount(7)).andExpect(status().isNotFound());
    }

    @Test
    void internalEndpointsServeTheCallersThatTheyName() throws Exception {
        call("/internal/secret", TestTokens.forService("post-service", "test-service"))
                .andExpect(status().isOk());
        call("/internal/secret", TestTokens.forService("search-service", "test-service"))
                .andExpect(status().isForbidden());
    }

    @Test
    void aServicePassesForNoOther() throws Exception {
        String own = TestTokens.key("search-service", "test-service");
        call("/internal/secret", TestTokens.forService("gateway", "test-service", own))
                .andExpect(status().isUnauthorized());

        String elsewhere = TestTokens.key("gateway", "user-service");
        call("/internal/secret", TestTokens.forService("gateway", "test-service", elsewhere))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void aTokenForAnotherServiceIsNoneHere() throws Exception {
        String right = TestTokens.key("gateway", "test-service");
        call("/internal/secret", TestTokens.forService("gateway", "test-service", right))
                .andExpect(status().isOk());
        call("/internal/secret", TestTokens.forService("gateway", "user-service", right))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void namesInHeadersMakeNobody() throws Exception {
        for (String header : List.of("X-User-Id", "X-Account-Id", "X-Forwarded-User", "Microblog-Reader", "X-Roles")) {
            http.perform(get("/statuses").header(header, "7")).andExpect(status().isUnauthorized());
            http.perform(get("/internal/secret").header(header, "7")).andExpect(status().isUnauthorized());
            http.perform(get("/open").header(header, "7")).andExpect(content().string("account null"));
        }
    }

    @Test
    void aServiceIsNobodyToThePublicApi() throws Exception {
        call("/statuses", TestTokens.forService("gateway", "test-service")).andExpect(status().isUnauthorized());
    }

    @Test
    void forgedTokensAreRefused() throws Exception {
        call("/open", new PlainJWT(claims()).serialize()).andExpect(status().isUnauthorized());
        call("/open", signedByAForeignKey()).andExpect(status().isUnauthorized());
        call("/open", signedWithTheServiceKey()).andExpect(status().isUnauthorized());
        call("/open", TestTokens.with(claims -> claims.subject("7").audience("other")))
                .andExpect(status().isUnauthorized());
        call("/open", TestTokens.with(claims -> claims.subject("7").issuer("http://evil.example")))
                .andExpect(status().isUnauthorized());
        call("/open", TestTokens.with(claims -> claims.subject("7").expirationTime(minutesAgo(2))))
                .andExpect(status().isUnauthorized());
    }

    private ResultActions call(String path, @Nullable String token) throws Exception {
        var request = get(path);
        return http.perform(token == null ? request : request.header("Authorization", "Bearer " + token));
    }

    private static String inState(String state) {
        return TestTokens.with(
                claims -> claims.subject("7").claim("scope", "read").claim("state", state));
    }

    private static Date minutesAgo(int minutes) {
        return Date.from(Instant.now().minus(Duration.ofMinutes(minutes)));
    }

    private static JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .issuer("http://localhost:8080")
                .audience("microblog")
                .subject("7")
                .issueTime(Date.from(Instant.now()))
                .expirationTime(minutesAgo(-5))
                .build();
    }

    private static String signedByAForeignKey() throws Exception {
        var key = new RSAKeyGenerator(2048).keyID("test").generate();
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims());
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    private static String signedWithTheServiceKey() throws Exception {
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("test").build(), claims());
        jwt.sign(new MACSigner(Base64.getDecoder().decode(TestTokens.key("gateway", "test-service"))));
        return jwt.serialize();
    }
}
