package io.microblog.post.figure;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.microblog.internal.DailyFigures;
import io.microblog.internal.Figure;
import io.microblog.internal.FigureDays;
import io.microblog.internal.FigureQuestion;
import io.microblog.internal.RankedFigure;
import io.microblog.post.PostServiceTest;
import io.microblog.testing.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Posts of days before those of other tests. */
@PostServiceTest
class PostFigureIntegrationTests {

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final FigureDays days = new FigureDays(today.minusDays(5), today.minusDays(3));

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private DailyCounts counts;

    @Autowired
    private TagFigures tags;

    @Autowired
    private MockMvc http;

    @Test
    void countsEachDayOnce() {
        inSecret(() -> {
            long first = post(today.minusDays(5), 1, 7, "es", null);
            post(today.minusDays(5), 2, 8, null, first);
            post(today.minusDays(4), 3, 7, "es", null);
            react("favourite", today.minusDays(4), first);
            react("boost", today.minusDays(4), first);
            counts.keep();
            post(today.minusDays(4), 4, 7, "en", null);
            counts.keep();

            assertThat(counts.daily(Figure.POSTS, days))
                    .isEqualTo(Map.of(days.from(), 2L, days.from().plusDays(1), 1L, days.to(), 0L));
            assertThat(counts.daily(Figure.INTERACTIONS, days))
                    .isEqualTo(Map.of(days.from(), 1L, days.from().plusDays(1), 2L, days.to(), 0L));
            assertThat(counts.ranked(new FigureQuestion(Figure.LANGUAGES, days, null), 5))
                    .containsExactly(new RankedFigure("es", 2), new RankedFigure("und", 1));
            assertThat(counts.ranked(new FigureQuestion(Figure.LANGUAGES, days, null), 1))
                    .hasSize(1);
            assertThat(counts.mediaBytes()).isPresent();
        });
    }

    @Test
    void countsAsItReadsWhatIsNotOver() {
        inSecret(() -> {
            var yet = new FigureDays(today.minusDays(1), today);
            long before = counts.daily(Figure.POSTS, yet).getOrDefault(today, 0L);
            post(today, 5, 7, "es", null);
            post(today.minusDays(1), 6, 7, "es", null);

            assertThat(counts.daily(Figure.POSTS, yet))
                    .containsEntry(today, before + 1)
                    .containsEntry(today.minusDays(1), 1L);
            assertThat(counts.daily(Figure.POSTS, new FigureDays(today.plusDays(1), today.plusDays(2))))
                    .isEmpty();
        });
    }

    @Test
    void countsUsesOfHashtags() {
        inSecret(() -> {
            tag(post(today.minusDays(5), 7, 7, "es", null));
            tag(post(today.minusDays(4), 8, 7, "es", null));
            tag(post(today.minusDays(4), 9, 8, "en", null));
            post(today.minusDays(4), 10, 9, "en", null);
            var question = new FigureQuestion(Figure.TAG_USES, days, "figured");

            assertThat(tags.uses(question)).isEqualTo(new DailyFigures(List.of(1L, 2L, 0L), 3, 0));
            assertThat(tags.accounts(question)).isEqualTo(new DailyFigures(List.of(1L, 2L, 0L), 2, 0));
            assertThat(tags.languages(question, 5))
                    .containsExactly(new RankedFigure("es", 2), new RankedFigure("en", 1));
            var later = new FigureDays(today.minusDays(2), today);
            assertThat(tags.accounts(new FigureQuestion(Figure.TAG_ACCOUNTS, later, "figured"))
                            .previous())
                    .isEqualTo(2);
        });
    }

    @Test
    void tellsUserServiceAlone() throws Exception {
        asks("user-service", "POSTS", 200);
        asks("user-service", "MAILS_SENT", 404);
        asks("search-service", "POSTS", 403);
        http.perform(MockMvcRequestBuilders.get("/internal/stack").header("Authorization", token("user-service")))
                .andExpect(jsonPath("$[0].name").value("postgresql"))
                .andExpect(jsonPath("$[0].version").isNotEmpty());
    }

    private void asks(String service, String figure, int answer) throws Exception {
        http.perform(MockMvcRequestBuilders.post("/internal/figures/daily")
                        .header("Authorization", token(service))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"figure\":\"%s\",\"days\":{\"from\":\"2026-01-01\",\"to\":\"2026-01-02\"}}"
                                .formatted(figure)))
                .andExpect(status().is(answer));
    }

    private static String token(String service) {
        return "Bearer " + TestTokens.forService(service, "post-service");
    }

    /** What nobody else sees, and nothing is left of. */
    private void inSecret(Runnable test) {
        transactions.executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            jdbc.sql("DELETE FROM daily_figure").update();
            test.run();
        });
    }

    private long post(LocalDate day, int number, long author, @Nullable String language, @Nullable Long answered) {
        long id = DailyCounts.firstId(day) + number;
        jdbc.sql("""
                INSERT INTO post (id, version, author_id, thread_id, in_reply_to_id, in_reply_to_author_id, visibility,
                    source, format, content, text, spoiler_text, sensitive, language, language_chosen, mentions, hashtags,
                    hashtags_as_written, media, created_at)
                VALUES (:id, 1, :author, :id, CAST(:answered AS bigint), 7, 'PUBLIC', '', 'PLAIN', '', '', '', false,
                    CAST(:language AS text), true, '{}', '{}', '{}', '{}', now())
                """)
                .param("id", id)
                .param("author", author)
                .param("answered", answered == null ? null : answered.toString())
                .param("language", language)
                .update();
        return id;
    }

    private void react(String reaction, LocalDate day, long post) {
        String more = reaction.equals("boost") ? ", visibility" : "";
        jdbc.sql("INSERT INTO %s (id, account_id, post_id%s) VALUES (:id, 9, :post%s)"
                        .formatted(reaction, more, more.isEmpty() ? "" : ", 'PUBLIC'"))
                .param("id", DailyCounts.firstId(day) + 1)
                .param("post", post)
                .update();
    }

    private void tag(long post) {
        jdbc.sql("INSERT INTO post_hashtag (hashtag, post_id) VALUES ('figured', ?)")
                .param(post)
                .update();
    }
}
