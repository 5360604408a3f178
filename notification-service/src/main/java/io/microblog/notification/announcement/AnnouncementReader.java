package io.microblog.notification.announcement;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.microblog.kit.problem.NotFound;
import io.microblog.kit.web.BaseUrl;
import io.microblog.notification.account.Contacts;
import io.microblog.notification.account.RecipientErased;
import io.microblog.notification.announcement.Addressees.Person;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Announcements as one person reads them: those that are for them, in their language. */
@Component
class AnnouncementReader {

    private final AnnouncementRepository announcements;
    private final AnnouncementReactions reactions;
    private final Contacts contacts;
    private final JdbcClient jdbc;
    private final BaseUrl base;

    AnnouncementReader(
            AnnouncementRepository announcements,
            AnnouncementReactions reactions,
            Contacts contacts,
            JdbcClient jdbc,
            BaseUrl base) {
        this.announcements = announcements;
        this.reactions = reactions;
        this.contacts = contacts;
        this.jdbc = jdbc;
        this.base = base;
    }

    /**
     * All that is published for a person.
     *
     * @param languages those that the person's client asks for, the best first
     * @param withDismissed whether those that the person has dismissed are wanted, too
     */
    List<AnnouncementResponse> list(long reader, long permissions, List<String> languages, boolean withDismissed) {
        String own = languageOf(reader);
        List<Announcement> shown = announcements.published().stream()
                .filter(one -> one.draft().addressees().include(new Person(reader, own, permissions)))
                .toList();
        List<Long> ids = shown.stream().map(Announcement::id).toList();
        Set<Long> dismissed = dismissed(reader, ids);
        Map<Long, List<AnnouncementReaction>> all = reactions.of(ids, reader);
        List<String> best = Stream.concat(languages.stream(), Stream.of(own)).toList();
        return shown.stream()
                .filter(one -> withDismissed || !dismissed.contains(one.id()))
                .map(one -> AnnouncementResponse.of(
                        one, best, dismissed.contains(one.id()), all.getOrDefault(one.id(), List.of()), base))
                .toList();
    }

    /** @throws NotFound when there is none, or none for this person */
    void require(long id, long reader, long permissions) {
        Person person = new Person(reader, languageOf(reader), permissions);
        boolean there = announcements
                .find(id)
                .filter(one -> one.state() == AnnouncementState.PUBLISHED)
                .filter(one -> one.draft().addressees().include(person))
                .isPresent();
        if (!there) {
            throw new NotFound();
        }
    }

    /** The person has read it; saying so again changes nothing. */
    void dismiss(long id, long reader) {
        jdbc.sql("INSERT INTO announcement_dismissal (announcement_id, account_id)"
                        + " SELECT id, :reader FROM announcement WHERE id = :id ON CONFLICT DO NOTHING")
                .param("id", id)
                .param("reader", reader)
                .update();
    }

    @EventListener
    void on(RecipientErased erased) {
        jdbc.sql("DELETE FROM announcement_dismissal WHERE account_id = :account")
                .param("account", erased.accountId())
                .update();
    }

    private String languageOf(long reader) {
        return contacts.languagesOf(Set.of(reader)).getOrDefault(reader, "");
    }

    private Set<Long> dismissed(long reader, List<Long> ids) {
        return new HashSet<>(jdbc.sql("SELECT announcement_id FROM announcement_dismissal WHERE account_id = :reader"
                        + " AND announcement_id = ANY (CAST(:ids AS bigint[]))")
                .param("reader", reader)
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }
}
