package io.microblog.notification.mailing;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import io.microblog.internal.MailRecipient;
import io.microblog.internal.MailRecipientApi;
import io.microblog.kit.loop.BackgroundLoop;
import io.microblog.notification.announcement.Addressees;
import io.microblog.notification.announcement.AnnouncementPayloads;
import io.microblog.notification.mail.queue.MailingBatches;
import io.microblog.notification.preference.MailChoices;
import io.microblog.notification.preference.MailKind;
import io.microblog.notification.preference.MailPreferences;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks for the mails of announcements, a page of people at a time, and notes with them how far it is: whoever dies in
 * between leaves nobody out, and copies of the service never do the same page. Says when nothing is left.
 */
@Component
class MailingLoop extends BackgroundLoop {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final MailRecipientApi people;
    private final AnnouncementPayloads announcements;
    private final MailPreferences preferences;
    private final MailingBatches batches;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    MailingLoop(
            MailRecipientApi people,
            AnnouncementPayloads announcements,
            MailPreferences preferences,
            MailingBatches batches,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        super("mailings", Duration.ofSeconds(5));
        this.people = people;
        this.announcements = announcements;
        this.preferences = preferences;
        this.batches = batches;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    private record Place(long announcementId, long after) {}

    @Override
    protected Duration round() {
        finish();
        Optional<Place> place = next();
        place.ifPresent(this::askForPage);
        return place.isPresent() ? Duration.ZERO : PAUSE;
    }

    private Optional<Place> next() {
        return jdbc.sql("SELECT announcement_id, after_id AS after FROM mailing WHERE finished_at IS NULL"
                        + " AND state = 'RUNNING' AND NOT complete ORDER BY announcement_id LIMIT 1")
                .query(Place.class)
                .optional();
    }

    private void askForPage(Place place) {
        List<MailRecipient> page = people.page(place.after(), MailRecipientApi.MAX_PAGE);
        boolean last = page.size() < MailRecipientApi.MAX_PAGE;
        long after = page.isEmpty() ? place.after() : page.getLast().accountId();
        List<Long> wanted = wanted(place, page);
        transaction.executeWithoutResult(_ -> {
            int mine = jdbc.sql(
                            "UPDATE mailing SET after_id = :after, complete = :last"
                                    + " WHERE announcement_id = :id AND after_id = :before AND state = 'RUNNING' AND NOT complete")
                    .param("after", after)
                    .param("last", last)
                    .param("id", place.announcementId())
                    .param("before", place.after())
                    .update();
            if (mine == 1) {
                batches.add(place.announcementId(), wanted);
            }
        });
    }

    /** Whom it is for, and who has not stopped such mails. */
    private List<Long> wanted(Place place, List<MailRecipient> page) {
        return announcements
                .published(place.announcementId())
                .map(announcement -> wanted(announcement.draft().addressees(), page))
                .orElse(List.of());
    }

    private List<Long> wanted(Addressees addressees, List<MailRecipient> page) {
        Map<Long, MailChoices> choices =
                preferences.of(page.stream().map(MailRecipient::accountId).collect(Collectors.toSet()));
        return page.stream()
                .filter(person -> addressees.include(new Addressees.Person(
                        person.accountId(),
                        Locale.forLanguageTag(person.locale()).getLanguage(),
                        person.permissions())))
                .map(MailRecipient::accountId)
                .filter(id -> Objects.requireNonNull(choices.get(id)).wants(MailKind.ANNOUNCEMENT))
                .toList();
    }

    /** What became of the mails is noted when all have an end: their rows are forgotten in time. */
    private void finish() {
        jdbc.sql("""
                UPDATE mailing m SET finished_at = now(),
                    state = CASE m.state WHEN 'RUNNING' THEN 'DONE' ELSE m.state END,
                    (sent, failed, skipped) = (
                        SELECT count(*) FILTER (WHERE d.state = 'SENT'), count(*) FILTER (WHERE d.state = 'FAILED'),
                            count(*) FILTER (WHERE d.state = 'SKIPPED')
                        FROM delivery d WHERE d.announcement_id = m.announcement_id)
                WHERE m.finished_at IS NULL AND (m.state = 'WITHDRAWN' OR m.state = 'RUNNING' AND m.complete)
                    AND NOT EXISTS (SELECT FROM owed_mail o WHERE o.announcement_id = m.announcement_id AND o.mails > 0)
                """).update();
    }
}
