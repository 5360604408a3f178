package io.microblog.notification.mail.queue;

import java.util.Objects;

import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.World;
import io.microblog.notification.mail.Lane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What it costs to look for what is due. All is rolled back, so that nobody else sees it. */
@NotificationServiceTest
class MailQueueIntegrationTests {

    /** After so many a connection keeps the plan of a statement. */
    private static final int LOOKS = 20;

    @Autowired
    private World world;

    @Autowired
    private MailQueue mails;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void nothingElseWaits() {
        world.settleWithMail();
    }

    @Test
    void readsNothingOfWhatIsDoneThoughItsPlansAreFromAnEmptyTable() {
        long read = Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            jdbc.sql("TRUNCATE delivery CASCADE").update();
            jdbc.sql("ANALYZE delivery").update();
            look();
            jdbc.sql("""
                    INSERT INTO delivery (id, event_id, recipient_id, template, lane, state)
                    SELECT -n, gen_random_uuid(), n, 'FOLLOW', 'NOTIFICATION', 'SENT' FROM generate_series(1, 20000) n
                    """).update();
            long before = rowsRead();
            look();
            return rowsRead() - before;
        }));

        assertThat(read).isLessThan(1000);
    }

    private void look() {
        for (int i = 0; i < LOOKS; i++) {
            for (Lane lane : Lane.values()) {
                mails.claimLost(lane);
                mails.claim(lane);
            }
        }
    }

    private long rowsRead() {
        return jdbc.sql("SELECT seq_tup_read + idx_tup_fetch FROM pg_stat_xact_user_tables WHERE relname = 'delivery'")
                .query(Long.class)
                .single();
    }
}
