package io.microblog.translation.cache;

import java.time.Duration;
import java.util.UUID;

import io.microblog.event.Visibility;
import io.microblog.local.sandbox.translator.TranslatorSandbox;
import io.microblog.translation.APost;
import io.microblog.translation.EventWriter;
import io.microblog.translation.PostServiceStub;
import io.microblog.translation.Reader;
import io.microblog.translation.TranslationTest;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@TranslationTest
class InvalidationIntegrationTests {

    @Autowired
    private TranslatorSandbox translator;

    @Autowired
    private PostServiceStub posts;

    @Autowired
    private EventWriter events;

    @Autowired
    private StoredTranslations stored;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Reader bob;

    @BeforeEach
    void bobReads() {
        bob = Reader.of(42, port);
        posts.heal();
        translator.heal();
    }

    @Test
    void translatesTheNewTextAfterAnEdit() throws Exception {
        APost post = posts.put(aPost());
        bob.translates(post);
        bob.translates(post, "fr");
        assertThat(rowsOf(post)).isEqualTo(2);

        APost edited = posts.put(post.edited("<p>Now I say this instead</p>"));
        events.write(edited.edit());

        assertThat(bob.translates(post).content()).isEqualTo("<p>[de] Now I say this instead</p>");
        soon().until(() -> translationsOf(post) == 0);
        assertThat(bob.translates(post).content()).isEqualTo("<p>[de] Now I say this instead</p>");
        assertThat(translationsOf(edited)).isEqualTo(1);
    }

    @Test
    void erasesWhatADeletedPostSaid() throws Exception {
        APost post = posts.put(aPost());
        bob.translates(post);
        posts.remove(post);

        events.write(post.deletion());

        soon().until(() -> rowsOf(post) == 0 && translationsOf(post) == 0);
        assertThat(bob.translates(post).status()).isEqualTo(404);
    }

    @Test
    void keepsWhatAnotherPostStillSays() throws Exception {
        APost post = posts.put(aPost());
        APost same = posts.put(APost.saying(post.content()));
        bob.translates(post);
        bob.translates(same);
        long calls = translator.calls();

        events.write(post.deletion());
        soon().until(() -> rowsOf(post) == 0);

        assertThat(translationsOf(same)).isEqualTo(1);
        bob.translates(same);
        assertThat(translator.calls()).isEqualTo(calls);

        events.write(same.deletion());
        soon().until(() -> translationsOf(same) == 0);
    }

    @Test
    void keepsATextThatAnEditLeftAsItWas() throws Exception {
        APost post = posts.put(aPost());
        bob.translates(post);
        long calls = translator.calls();

        APost edited = posts.put(post.edited(post.content()));
        events.write(edited.edit());
        soon().until(() -> changesOf(post) == 1);

        bob.translates(edited);
        assertThat(translator.calls()).isEqualTo(calls);
    }

    @Test
    void forgetsNothingWhenOldEventsAreReplayed() throws Exception {
        APost first = posts.put(aPost());
        APost second = posts.put(first.edited("<p>Second version " + UUID.randomUUID() + "</p>"));
        bob.translates(second);

        events.write(first.creation());
        events.write(second.edit());
        events.write(second.edit());
        soon().until(() -> changesOf(first) == 1);

        assertThat(translationsOf(second)).isEqualTo(1);
    }

    @Test
    void forgetsWhatIsNotForEverybodyAnyMore() throws Exception {
        APost post = posts.put(aPost());
        bob.translates(post);

        events.write(post.edited(post.content()).seenBy(Visibility.PRIVATE).edit());

        soon().until(() -> translationsOf(post) == 0);
    }

    @Test
    void doesNotStoreWhatWasDeletedMeanwhile() {
        APost post = aPost();
        var wanted = new Wanted(post.id(), post.version(), keyOf(post), "de");

        stored.forget(post.id(), Long.MAX_VALUE, null);
        stored.store(wanted, new Translation("<p>x</p>", "", "de", "en", "somebody"));

        assertThat(stored.find(wanted)).isEmpty();
    }

    @Test
    void doesNotTieADeletedPostToAnotherPostsTranslation() {
        APost post = aPost();
        APost other = APost.saying(post.content());
        stored.store(
                new Wanted(other.id(), 1, keyOf(other), "de"), new Translation("<p>x</p>", "", "de", "en", "somebody"));

        stored.forget(post.id(), Long.MAX_VALUE, null);

        assertThat(stored.find(new Wanted(post.id(), 1, keyOf(post), "de"))).isPresent();
        assertThat(rowsOf(post)).isZero();
    }

    @Test
    void tidiesUp() {
        APost post = posts.put(aPost());
        bob.translates(post);
        stored.forget(post.id() + 1, 2, null);
        jdbc.sql("UPDATE translation SET created_at = now() - interval '181 days' WHERE text_hash = :hash")
                .param("hash", keyOf(post).bytes())
                .update();
        jdbc.sql("UPDATE changed_post SET changed_at = now() - interval '2 hours'")
                .update();

        stored.tidy();

        assertThat(rowsOf(post)).isZero();
        assertThat(translationsOf(post)).isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM changed_post")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static APost aPost() {
        return APost.saying("<p>A text nobody wrote before: " + UUID.randomUUID() + "</p>");
    }

    private static TextKey keyOf(APost post) {
        return TextKey.of(post.language(), post.content(), post.spoilerText());
    }

    private int rowsOf(APost post) {
        return count("SELECT count(*) FROM translated_post WHERE post_id = :value", post.id());
    }

    private int changesOf(APost post) {
        return count("SELECT count(*) FROM changed_post WHERE post_id = :value", post.id());
    }

    private int translationsOf(APost post) {
        return count(
                "SELECT count(*) FROM translation WHERE text_hash = :value",
                keyOf(post).bytes());
    }

    private int count(String sql, Object value) {
        return jdbc.sql(sql).param("value", value).query(Integer.class).single();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30));
    }
}
