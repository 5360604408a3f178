package io.microblog.notification.account;

import java.util.stream.Stream;

import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.Person;
import io.microblog.notification.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@NotificationServiceTest
class RecipientErasedIntegrationTests {

    private static final String OF_PERSON =
            "notification recipient, delivery recipient, marker account, mail_choice account, quiet_hours account,"
                    + " digest_time account, notification_policy account, notification_request account,"
                    + " notification_permission account, push_subscription account, announcement_dismissal account,"
                    + " announcement_reaction account, suppression account";

    @Autowired
    private World world;

    private Person troll;
    private Person bob;

    @BeforeEach
    void people() {
        troll = world.newcomer("troll");
        bob = world.newcomer("bob");
    }

    @Test
    void deletesWhatIsKeptForThem() {
        has(troll, bob);
        has(bob, troll);
        long bobs = rows(bob);
        assertThat(rows(troll)).isEqualTo(bobs).isGreaterThan(12);

        world.erase(troll);
        world.erase(troll);

        assertThat(rows(troll)).isZero();
        assertThat(rows(bob)).isEqualTo(bobs);
        assertThat(world.count("SELECT count(*) FROM warning WHERE id = " + troll.id()))
                .isZero();
        assertThat(world.count("SELECT total FROM announcement_reaction_count WHERE announcement_id = " + bob.id()))
                .isEqualTo(1);
        assertThat(world.count(
                        "SELECT count(*) FROM announcement_reaction_count WHERE announcement_id = " + troll.id()))
                .isZero();
        assertThat(world.count("SELECT count(*) FROM suppression WHERE address_hash = 'hash " + troll.id() + "'"))
                .isEqualTo(1);
    }

    /** One row of each kind, for an announcement of their own. */
    private void has(Person person, Person follower) {
        world.happens(world.follow(follower, person));
        world.settle();
        Stream.of("""
                INSERT INTO announcement (id, state, main_language, mailed, all_day) VALUES (:id, 'OVER', 'en', false, false)
                """, """
                INSERT INTO announcement_dismissal (announcement_id, account_id) VALUES (:id, :id)
                """, """
                INSERT INTO announcement_reaction (announcement_id, name, account_id) VALUES (:id, '👍', :id)
                """, """
                INSERT INTO announcement_reaction_count (announcement_id, name, total) VALUES (:id, '👍', 1)
                """, """
                INSERT INTO marker (account_id, timeline, last_read_id, version, updated_at) VALUES (:id, 'home', 1, 0, now())
                """, """
                INSERT INTO mail_choice (account_id, kind, mode) VALUES (:id, 'mention', 'NEVER')
                """, """
                INSERT INTO quiet_hours (account_id, from_time, to_time) VALUES (:id, '22:00', '07:00')
                """, """
                INSERT INTO digest_time (account_id, hour, weekday) VALUES (:id, 7, 'MONDAY')
                """, """
                INSERT INTO notification_policy VALUES (:id, 'ACCEPT', 'ACCEPT', 'ACCEPT', 'ACCEPT', 'ACCEPT')
                """, """
                INSERT INTO notification_request (id, account_id, from_id) VALUES (:id, :id, 7)
                """, """
                INSERT INTO notification_permission (account_id, from_id) VALUES (:id, 7)
                """, """
                INSERT INTO push_subscription VALUES
                    (:id, :id, 'sid :id', now() + interval '1 day', 'https://push.example/1', 'push.example', '', '', true, 'ALL', '{}')
                """, """
                INSERT INTO suppression (id, stream, address_hash, account_id, active, reason, changed_at)
                VALUES (:id, 'TRANSACTIONAL', 'hash :id', :id, true, 'BOUNCE', now())
                """, """
                INSERT INTO warning (id, event_id, strike_id, action, text, at)
                VALUES (:id, gen_random_uuid(), :id, 'none', 'Mind this', now())
                """, """
                INSERT INTO notification (id, recipient_id, type, subject, from_id, event_id, created_at, group_key, object_id)
                VALUES (:id, :id, 'moderation_warning', ':id', :id, gen_random_uuid(), now(), 'ungrouped', :id)
                """, """
                INSERT INTO delivery (id, event_id, recipient_id, template, lane, state, due_at)
                VALUES (:id, gen_random_uuid(), :id, 'FOLLOW', 'NEWS', 'SENT', now())
                """)
                .forEach(sql -> world.change(sql.replace(":id", Long.toString(person.id()))));
    }

    private long rows(Person person) {
        return Stream.of(OF_PERSON.split(", "))
                .map(table -> table.split(" "))
                .mapToLong(table -> world.count(
                        "SELECT count(*) FROM %s WHERE %s_id = %d".formatted(table[0], table[1], person.id())))
                .sum();
    }
}
