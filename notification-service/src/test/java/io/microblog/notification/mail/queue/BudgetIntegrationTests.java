package io.microblog.notification.mail.queue;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

import io.microblog.kit.security.Permission;
import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.Person;
import io.microblog.notification.Reply;
import io.microblog.notification.World;
import io.microblog.notification.mail.Template;
import io.microblog.notification.mail.budget.BudgetLevel;
import io.microblog.notification.mail.budget.MailBudget;
import io.microblog.notification.mail.compose.MailWriter;
import io.microblog.notification.mail.suppression.Suppressions;
import io.microblog.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** The server has few mails left. */
@NotificationServiceTest
class BudgetIntegrationTests {

    private static final String PATH = "/api/v1/admin/mail_budget";

    @Autowired
    private World world;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private MailQueue deliveries;

    @Autowired
    private MailingBatches batches;

    @Autowired
    private MailWriter writer;

    @Autowired
    private Provider provider;

    @Autowired
    private DeliveryProperties properties;

    @Autowired
    private DeliveryMetrics metrics;

    @Autowired
    private Suppressions suppressions;

    private Person alice;

    /** At least one mail was sent today. */
    @BeforeEach
    void people() {
        alice = world.newcomer("alice");
        world.newcomer("bob").follows(alice);
        world.settleWithMail();
    }

    @Test
    void sendsNothingButSecurityMailsWhenNothingIsLeft() {
        var spent = new MailBudget(jdbc, 1, Duration.ZERO);
        assertThat(spent.level()).isEqualTo(BudgetLevel.SPENT);

        assertThat(takenUp(spent, Template.FOLLOW)).isZero();
        assertThat(takenUp(spent, Template.CONFIRMATION)).isPositive();
        assertThat(takenUp(new MailBudget(jdbc, 0, Duration.ZERO), Template.FOLLOW))
                .isPositive();
    }

    @Test
    void isShownToAdministrators() {
        assertThat(new MailBudget(jdbc, 0, Duration.ZERO).level()).isEqualTo(BudgetLevel.AMPLE);
        Reply shown = asks(Permission.VIEW_DASHBOARD);

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body().path("limit").isNull()).isTrue();
        assertThat(shown.body().path("level").asString()).isEqualTo("ample");
        assertThat(shown.body().path("sent").asLong()).isPositive();
        assertThat(shown.body().path("forecast").asLong()).isPositive();
        assertThat(asks(Permission.MANAGE_USERS).status()).isEqualTo(403);
        assertThat(alice.reads(PATH).status()).isEqualTo(403);
    }

    /** How many mails a round takes up where one is owed that nobody else sees. */
    private int takenUp(MailBudget budget, Template template) {
        var worker =
                new DeliveryWorker(deliveries, batches, writer, provider, properties, metrics, suppressions, budget);
        return Objects.requireNonNull(transactions.execute(transaction -> {
            transaction.setRollbackOnly();
            jdbc.sql("INSERT INTO delivery (id, event_id, recipient_id, template, lane, actor_id)"
                            + " VALUES (:id, :event, 1, :template, :lane, 2)")
                    .param("id", world.newId())
                    .param("event", UUID.randomUUID())
                    .param("template", template.name())
                    .param("lane", template.lane().name())
                    .update();
            return worker.deliver(template.lane());
        }));
    }

    private Reply asks(Permission permission) {
        String token = TestTokens.with(claims -> claims.subject(Long.toString(alice.id()))
                .claim("scope", "admin:read")
                .claim("permissions", Permission.sum(permission)));
        return world.run(MockMvcRequestBuilders.get(PATH).header("Authorization", "Bearer " + token));
    }
}
