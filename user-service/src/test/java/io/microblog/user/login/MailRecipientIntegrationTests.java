package io.microblog.user.login;

import java.util.List;

import io.microblog.kit.security.Permission;
import io.microblog.user.IntegrationTest;
import io.microblog.user.World;
import io.microblog.user.World.Person;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class MailRecipientIntegrationTests {

    @Autowired
    World world;

    @Test
    void pagesThroughThoseWhomMailReaches() {
        Person alice = world.aPerson("alice");
        Person bob = world.aPerson("bob");
        Person closed = world.aPerson("closed");
        Person owner = world.aPerson("owner");
        world.administrate(closed.username(), "suspend");
        world.administrate(owner.username(), "make-owner");
        world.signUp(world.aNewcomer("unconfirmed"));

        assertThat(page(alice.id() - 1, 2)).containsExactly(alice.id(), bob.id());
        assertThat(page(bob.id(), 500)).startsWith(owner.id()).doesNotContain(closed.id());
        JsonNode found = recipients(bob.id(), 1).get(0);
        assertThat(found.get("locale").asString()).isEqualTo("en");
        assertThat(Permission.ADMINISTRATOR.isIn(found.get("permissions").asLong()))
                .isTrue();
        assertThat(recipients(alice.id() - 1, 1).get(0).get("permissions").asLong())
                .isZero();
        assertThat(found.propertyNames()).containsExactlyInAnyOrder("account_id", "locale", "permissions");
    }

    @Test
    void isForNotificationServiceAlone() {
        String path = "/internal/mail-recipients?after=0&limit=10";
        assertThat(world.browser().get(path).status()).isEqualTo(401);
        assertThat(world.asService("post-service").get(path).status()).isEqualTo(403);
    }

    private List<Long> page(long after, int limit) {
        return recipients(after, limit)
                .valueStream()
                .map(one -> one.get("account_id").asLong())
                .toList();
    }

    private JsonNode recipients(long after, int limit) {
        return world.asService("notification-service")
                .get("/internal/mail-recipients?after=" + after + "&limit=" + limit)
                .json();
    }
}
