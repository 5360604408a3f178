package io.microblog.notification.announcement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.microblog.kit.web.Page;
import io.microblog.notification.announcement.AnnouncementText.Named;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Announcements with their texts. All times of transitions are the database's. */
@Repository
class AnnouncementRepository {

    private static final String SAVE = """
            INSERT INTO announcement AS a (id, state, main_language, mailed, scheduled_at, starts_at, ends_at, all_day,
                over_at, for_language, for_role, registered_after, registered_before)
            VALUES (:id, 'DRAFT', :main, :mailed, :scheduled, :starts, :ends, :allDay, :over, :language, :role, :after,
                :before)
            ON CONFLICT (id) DO UPDATE SET main_language = excluded.main_language, mailed = excluded.mailed,
                scheduled_at = excluded.scheduled_at, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
                all_day = excluded.all_day, over_at = excluded.over_at, for_language = excluded.for_language,
                for_role = excluded.for_role, registered_after = excluded.registered_after,
                registered_before = excluded.registered_before, updated_at = now()
            """;

    private static final String SAVE_TEXT = """
            INSERT INTO announcement_text (announcement_id, language, source, html, plain, mention_ids, mention_names,
                hashtags)
            VALUES (:id, :language, :source, :html, :plain, :ids, :names, :hashtags)
            """;

    private final JdbcClient jdbc;

    AnnouncementRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Announcement> find(long id) {
        return withTexts(jdbc.sql("SELECT * FROM announcement WHERE id = :id").param("id", id)).stream()
                .findFirst();
    }

    /** For a change: concurrent ones wait for each other. */
    Optional<Announcement> findForUpdate(long id) {
        return withTexts(jdbc.sql("SELECT * FROM announcement WHERE id = :id FOR UPDATE")
                        .param("id", id))
                .stream()
                .findFirst();
    }

    /** What is shown, in the order of what it is about. */
    List<Announcement> published() {
        return withTexts(jdbc.sql("SELECT * FROM announcement WHERE state = 'PUBLISHED'"
                + " AND (over_at IS NULL OR over_at > now()) ORDER BY coalesce(starts_at, published_at), id"));
    }

    List<Announcement> page(Page page) {
        List<Announcement> found = withTexts(jdbc.sql("SELECT * FROM announcement WHERE id < :below AND id > :above"
                        + " ORDER BY id " + page.order() + " LIMIT :limit")
                .param("below", page.below())
                .param("above", page.above())
                .param("limit", page.limit()));
        return page.newestFirst(found);
    }

    /** How many are published or will be. */
    int current() {
        return jdbc.sql("SELECT count(*) FROM announcement WHERE state IN ('SCHEDULED', 'PUBLISHED')")
                .query(Integer.class)
                .single();
    }

    /** Takes the next one whose time to appear or to go has come, unless another copy does. */
    Optional<Announcement> takeDue() {
        return withTexts(jdbc.sql("""
                        SELECT * FROM announcement WHERE state IN ('SCHEDULED', 'PUBLISHED') AND (over_at <= now()
                            OR state = 'SCHEDULED' AND (scheduled_at IS NULL OR scheduled_at <= now()))
                        ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
                        """)).stream().findFirst();
    }

    /** Whether its time to appear has come. */
    boolean isDue(long id) {
        return holds(id, "scheduled_at IS NULL OR scheduled_at <= now()");
    }

    /** Whether its end has come. */
    boolean isOver(long id) {
        return holds(id, "coalesce(over_at <= now(), false)");
    }

    void save(long id, AnnouncementDraft draft) {
        Addressees addressees = draft.addressees();
        jdbc.sql(SAVE)
                .param("id", id)
                .param("main", draft.mainLanguage())
                .param("mailed", draft.mailed())
                .param("scheduled", time(draft.scheduledAt()))
                .param("starts", time(draft.startsAt()))
                .param("ends", time(draft.endsAt()))
                .param("allDay", draft.allDay())
                .param("over", time(draft.overAt()))
                .param("language", addressees.language())
                .param(
                        "role",
                        addressees.staff() == null ? null : addressees.staff().shown())
                .param("after", time(addressees.registeredAfter()))
                .param("before", time(addressees.registeredBefore()))
                .update();
        jdbc.sql("DELETE FROM announcement_text WHERE announcement_id = :id")
                .param("id", id)
                .update();
        draft.texts().forEach(text -> save(id, text));
    }

    void move(long id, AnnouncementState state) {
        jdbc.sql("""
                UPDATE announcement SET state = :state, updated_at = now(), published_at = CASE :state
                    WHEN 'PUBLISHED' THEN now() WHEN 'OVER' THEN published_at END
                WHERE id = :id
                """).param("id", id).param("state", state.name()).update();
    }

    void delete(long id) {
        jdbc.sql("DELETE FROM announcement WHERE id = :id").param("id", id).update();
    }

    static Addressees addressees(ResultSet row) throws SQLException {
        return new Addressees(
                row.getString("for_language"),
                Addressees.Staff.named(row.getString("for_role")).orElse(null),
                instant(row, "registered_after"),
                instant(row, "registered_before"));
    }

    private boolean holds(long id, String condition) {
        return jdbc.sql("SELECT " + condition + " FROM announcement WHERE id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private void save(long id, AnnouncementText text) {
        jdbc.sql(SAVE_TEXT)
                .param("id", id)
                .param("language", text.language())
                .param("source", text.source())
                .param("html", text.html())
                .param("plain", text.plain())
                .param("ids", text.mentions().stream().map(Named::accountId).toArray(Long[]::new))
                .param("names", text.mentions().stream().map(Named::username).toArray(String[]::new))
                .param("hashtags", text.hashtags().toArray(String[]::new))
                .update();
    }

    private List<Announcement> withTexts(StatementSpec query) {
        List<Announcement> bare =
                query.query((row, number) -> read(row, List.of())).list();
        if (bare.isEmpty()) {
            return bare;
        }
        Map<Long, List<AnnouncementText>> texts =
                texts(bare.stream().map(Announcement::id).toArray(Long[]::new));
        return bare.stream().map(one -> with(one, texts.get(one.id()))).toList();
    }

    private Map<Long, List<AnnouncementText>> texts(Long[] ids) {
        var texts = new HashMap<Long, List<AnnouncementText>>();
        jdbc.sql("SELECT * FROM announcement_text WHERE announcement_id = ANY (CAST(:ids AS bigint[]))"
                        + " ORDER BY announcement_id, language")
                .param("ids", ids)
                .query(row -> {
                    texts.computeIfAbsent(row.getLong("announcement_id"), _ -> new ArrayList<>())
                            .add(readText(row));
                });
        return texts;
    }

    private static Announcement with(Announcement bare, @Nullable List<AnnouncementText> texts) {
        AnnouncementDraft draft = bare.draft();
        return new Announcement(
                bare.id(),
                bare.state(),
                new AnnouncementDraft(
                        draft.mainLanguage(),
                        texts == null ? List.of() : List.copyOf(texts),
                        draft.scheduledAt(),
                        draft.startsAt(),
                        draft.endsAt(),
                        draft.allDay(),
                        draft.addressees(),
                        draft.mailed()),
                bare.publishedAt(),
                bare.createdAt(),
                bare.updatedAt());
    }

    private static Announcement read(ResultSet row, List<AnnouncementText> texts) throws SQLException {
        var draft = new AnnouncementDraft(
                row.getString("main_language"),
                texts,
                instant(row, "scheduled_at"),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                row.getBoolean("all_day"),
                addressees(row),
                row.getBoolean("mailed"));
        return new Announcement(
                row.getLong("id"),
                AnnouncementState.valueOf(row.getString("state")),
                draft,
                instant(row, "published_at"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static AnnouncementText readText(ResultSet row) throws SQLException {
        Long[] ids = (Long[]) row.getArray("mention_ids").getArray();
        String[] names = (String[]) row.getArray("mention_names").getArray();
        var named = new ArrayList<Named>();
        for (int i = 0; i < ids.length; i++) {
            named.add(new Named(ids[i], names[i]));
        }
        return new AnnouncementText(
                row.getString("language"),
                row.getString("source"),
                row.getString("html"),
                row.getString("plain"),
                named,
                Arrays.asList((String[]) row.getArray("hashtags").getArray()));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
