package io.microblog.notification.preference;

import io.microblog.local.sandbox.postmark.SentMessage;
import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.Person;
import io.microblog.notification.Reply;
import io.microblog.notification.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;

@NotificationServiceTest
class UnsubscribeIntegrationTests {

    @Autowired
    private World world;

    @Autowired
    private UnsubscribeLinks links;

    private Person alice;
    private Person bob;

    @BeforeEach
    void people() {
        alice = world.newcomer("alice", "es");
        bob = world.newcomer("bob");
        world.settle();
    }

    @Test
    void stopsOneKindByTheMailProgramsButton() {
        Reply reply = oneClick(links.of(alice.id(), MailKind.FOLLOW));
        assertThat(reply.status()).isEqualTo(200);
        bob.follows(alice);
        bob.writes("Hola").to(alice).publish();
        world.settleWithMail();

        assertThat(world.mailOf(alice)).extracting(SentMessage::tag).containsExactly("mention");
        assertThat(alice.notifications().ids()).hasSize(2);
    }

    @Test
    void stopsNothingBecauseSomebodyLooked() {
        Reply page = get(links.of(alice.id(), MailKind.FOLLOW));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.response().getContentType()).startsWith("text/html");
        assertThat(page.content())
                .contains("¿Dejamos de avisarte por correo de quién te sigue en Microblog?")
                .contains("method=\"post\"", "lang=\"es\"");
        assertThat(page.response().getHeader("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(page.response().getHeader("Cache-Control")).isEqualTo("no-store");
        bob.follows(alice);
        world.settleWithMail();

        assertThat(world.mailOf(alice)).hasSize(1);
    }

    @Test
    void takesTheStopBack() {
        String link = links.of(alice.id(), MailKind.FOLLOW);
        assertThat(oneClick(link).content()).contains("name=\"resume\"");
        assertThat(get(link).content()).contains("Hecho.", "name=\"resume\"");
        Reply undone = world.run(MockMvcRequestBuilders.post("/api/v1/mail/unsubscribe")
                .param("token", link.substring(link.indexOf('=') + 1))
                .param("resume", "true"));
        assertThat(undone.content()).contains("Todo como antes");
        bob.follows(alice);
        world.settleWithMail();

        assertThat(world.mailOf(alice)).hasSize(1);
    }

    @Test
    void refusesForgedLinks() {
        String link = links.of(alice.id(), MailKind.FOLLOW);
        String forged = link.replace(Long.toString(alice.id()), Long.toString(bob.id()));
        for (String bad :
                new String[] {forged, link.replace("follow", "reply"), link + "x", "/api/v1/mail/unsubscribe"}) {
            assertThat(get(bad).status()).as(bad).isEqualTo(404);
            Reply refused = oneClick(bad);
            assertThat(refused.status()).as(bad).isEqualTo(404);
            assertThat(refused.content()).contains("This link is not complete").doesNotContain("<form");
        }
        assertThat(world.count("SELECT count(*) FROM mail_choice WHERE account_id = " + bob.id()))
                .isZero();
    }

    private Reply get(String link) {
        return world.run(MockMvcRequestBuilders.get(java.net.URI.create(link)));
    }

    /** As RFC 8058 has it. */
    private Reply oneClick(String link) {
        return world.run(MockMvcRequestBuilders.post(java.net.URI.create(link))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("List-Unsubscribe", "One-Click"));
    }
}
