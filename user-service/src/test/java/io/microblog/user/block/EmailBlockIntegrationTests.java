package io.microblog.user.block;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.microblog.user.Browser.Answer;
import io.microblog.user.Client;
import io.microblog.user.IntegrationTest;
import io.microblog.user.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class EmailBlockIntegrationTests {

    private static final String DOMAINS = "/api/v1/admin/email_domain_blocks";
    private static final String MAILBOXES = "/api/v1/admin/canonical_email_blocks";

    @Autowired
    World world;

    Client admin;
    String domain = "";

    @BeforeEach
    void people() {
        admin = world.asStaff(world.aPerson("admin"), World.ADMIN);
        domain = world.newName("mail").replace('_', '-').toLowerCase(Locale.ROOT) + ".example";
    }

    @Test
    void refusesAddressesOfADomain() {
        assertThat(signUp("one@" + domain).status()).isEqualTo(200);

        JsonNode block = admin.post(DOMAINS, Map.of("domain", domain.toUpperCase(Locale.ROOT)))
                .json();

        assertThat(block.get("domain").asString()).isEqualTo(domain);
        for (String address : List.of("two@" + domain, "three@deep.below." + domain)) {
            Answer refused = signUp(address);
            assertThat(refused.status()).as(address).isEqualTo(422);
            assertThat(refused.json().at("/details/email/0/error").asString()).isEqualTo("ERR_BLOCKED");
        }
        assertThat(signUp("four@not-" + domain).status()).isEqualTo(200);
        String path = DOMAINS + "/" + block.get("id").asString();
        JsonNode history = admin.get(path).json().get("history");
        assertThat(history).hasSize(7);
        assertThat(history.at("/0/accounts").asString()).isEqualTo("2");
        assertThat(history.at("/1/accounts").asString()).isEqualTo("0");
        assertThat(admin.get(DOMAINS + "?limit=1").json().at("/0/domain").asString())
                .isEqualTo(domain);

        assertThat(admin.delete(path).status()).isEqualTo(200);
        assertThat(admin.get(path).status()).isEqualTo(404);
        assertThat(signUp("two@" + domain).status()).isEqualTo(200);
    }

    @Test
    void refusesOneMailboxHoweverItIsSpelt() {
        JsonNode block =
                admin.post(MAILBOXES, Map.of("email", "J.Doe+news@" + domain)).json();

        assertThat(block.get("canonical_email_hash").asString()).isEqualTo(MailboxHash.of("jdoe@" + domain));
        for (String address : List.of("jdoe@" + domain, "j.d.oe+a@" + domain, "JDOE@" + domain)) {
            assertThat(signUp(address).status()).as(address).isEqualTo(422);
            assertThat(admin.post(MAILBOXES + "/test", Map.of("email", address)).json())
                    .hasSize(1);
        }
        assertThat(signUp("jane@" + domain).status()).isEqualTo(200);
        assertThat(admin.post(MAILBOXES + "/test", Map.of("email", "jane@" + domain))
                        .json())
                .isEmpty();
        assertThat(admin.post(MAILBOXES, Map.of("canonical_email_hash", MailboxHash.of("jdoe@" + domain)))
                        .json())
                .isEqualTo(block);

        String path = MAILBOXES + "/" + block.get("id").asString();
        assertThat(admin.get(path).json()).isEqualTo(block);
        assertThat(admin.delete(path).json()).isEqualTo(block);
        assertThat(signUp("jdoe@" + domain).status()).isEqualTo(200);
    }

    @Test
    void namesTheFieldThatIsWrong() {
        admin.post(DOMAINS, Map.of("domain", domain));

        assertProblem(DOMAINS, Map.of(), "domain");
        assertProblem(DOMAINS, Map.of("domain", "no domain"), "domain");
        assertProblem(DOMAINS, Map.of("domain", domain), "domain");
        assertProblem(MAILBOXES, Map.of(), "email");
        assertProblem(MAILBOXES, Map.of("canonical_email_hash", "abc"), "canonical_email_hash");
        assertProblem(MAILBOXES + "/test", Map.of(), "email");
    }

    private void assertProblem(String path, Map<String, String> form, String field) {
        Answer answer = admin.post(path, form);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().get("details").has(field)).as(answer.body()).isTrue();
    }

    private Answer signUp(String email) {
        return world.signUp(world.aNewcomer("new").with("email", email));
    }
}
