package io.microblog.notification.mail.figure;

import java.sql.Types;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import io.microblog.internal.DailyFigures;
import io.microblog.internal.FigureDays;
import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.Reply;
import io.microblog.notification.World;
import io.microblog.testing.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Mails of days that nobody else's test has any of. */
@NotificationServiceTest
class MailFigureIntegrationTests {

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Autowired
    private World world;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private DailyMails mails;

    @Test
    void countsWhatEndedOnEachDay() {
        inSecret(() -> {
            mail(1, today.minusDays(3), "SENT", null);
            mail(2, today.minusDays(3), "SENT", null);
            mail(3, today.minusDays(3), "SENT", 2L);
            mail(4, today.minusDays(2), "FAILED", null);
            mail(5, today.minusDays(2), "SKIPPED", null);
            mails.keep();
            jdbc.sql("DELETE FROM delivery WHERE id <= 5").update();
            mails.keep();

            FigureDays days = new FigureDays(today.minusDays(3), today.minusDays(1));
            assertThat(mails.read("SENT", days)).isEqualTo(new DailyFigures(List.of(2L, 0L, 0L), 2, 0));
            assertThat(mails.read("FAILED", days).days()).containsExactly(0L, 1L, 0L);
            FigureDays after = new FigureDays(today.minusDays(1), today.minusDays(1));
            assertThat(mails.read("FAILED", after).previous()).isEqualTo(1);
        });
    }

    @Test
    void countsAsItReadsWhatIsNotOver() {
        inSecret(() -> {
            long before = mails.read("SENT", new FigureDays(today, today)).total();
            mail(6, today, "SENT", null);

            assertThat(mails.read("SENT", new FigureDays(today, today)).total()).isEqualTo(before + 1);
        });
    }

    @Test
    void tellsUserServiceAlone() {
        assertThat(asks("user-service", "MAILS_SENT").body().path("days").size())
                .isEqualTo(2);
        assertThat(asks("user-service", "POSTS").status()).isEqualTo(404);
        assertThat(asks("post-service", "MAILS_SENT").status()).isIn(401, 403);
        Reply stack =
                world.run(MockMvcRequestBuilders.get("/internal/stack").header("Authorization", token("user-service")));
        assertThat(stack.body().path(0).path("name").asString()).isEqualTo("postgresql");
        assertThat(stack.body().path(0).path("bytes").asLong()).isPositive();
    }

    private Reply asks(String service, String figure) {
        return world.run(MockMvcRequestBuilders.post("/internal/figures/daily")
                .header("Authorization", token(service))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"figure\":\"%s\",\"days\":{\"from\":\"2026-01-01\",\"to\":\"2026-01-02\"}}"
                        .formatted(figure)));
    }

    private static String token(String service) {
        return "Bearer " + TestTokens.forService(service, "notification-service");
    }

    /** What nobody else sees, and nothing is left of. */
    private void inSecret(Runnable test) {
        transactions.executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            jdbc.sql("DELETE FROM daily_mail").update();
            test.run();
        });
    }

    private void mail(long id, LocalDate day, String state, @Nullable Long lead) {
        jdbc.sql("INSERT INTO delivery (id, event_id, recipient_id, template, lane, state, lead_id, updated_at)"
                        + " VALUES (:id, gen_random_uuid(), 7, 'FOLLOW', 'NOTIFICATION', :state, :lead,"
                        + " CAST(:day AS timestamp) AT TIME ZONE 'UTC' + interval '10 minutes')")
                .param("id", id)
                .param("state", state)
                .param("lead", lead, Types.BIGINT)
                .param("day", day)
                .update();
    }
}
