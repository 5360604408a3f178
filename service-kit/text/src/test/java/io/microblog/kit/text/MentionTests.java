package io.microblog.kit.text;

import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.microblog.kit.text.Texts.BASE;
import static io.microblog.kit.text.Texts.POSTS;
import static io.microblog.kit.text.Texts.markdown;
import static io.microblog.kit.text.Texts.person;
import static io.microblog.kit.text.Texts.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MentionTests {

    @ParameterizedTest
    @EnumSource(TextFormat.class)
    void linksTheKnownAndLeavesOthers(TextFormat format) {
        Rendered rendered =
                POSTS.parse("Hi @ALICE, @nobody and @bob_b!", format).render(Texts.PEOPLE::get);

        assertThat(rendered.html())
                .isEqualTo("<p>Hi " + person("Alice") + ", @nobody and " + person("bob_b") + "!</p>");
        assertThat(rendered.mentions()).containsExactly("Alice", "bob_b");
        assertThat(rendered.text()).isEqualTo("Hi @ALICE, @nobody and @bob_b!");
    }

    @Test
    void namesEachPersonOnceInOrder() {
        ParsedText text = POSTS.parse("@bob_b @Alice @alice @ALICE@micro.example @zed", TextFormat.MARKDOWN);

        assertThat(text.usernames()).containsExactly("bob_b", "alice", "zed");
        assertThat(text.render(Texts.PEOPLE::get).mentions()).containsExactly("bob_b", "Alice");
    }

    @Test
    void acceptsThisServersHost() {
        assertThat(plain("@alice@MICRO.example").html()).isEqualTo("<p>" + person("Alice") + "</p>");
        var local = new PostText(URI.create("http://localhost:8080/"));
        assertThat(local.parse("@a@localhost:8080 @b@localhost", TextFormat.PLAIN)
                        .usernames())
                .containsExactly("a", "b");
        assertThat(local.parse("@a", TextFormat.PLAIN)
                        .render(Map.of("a", "a")::get)
                        .html())
                .contains("href=\"http://localhost:8080/@a\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@alice@elsewhere.example",
                "@alice@micro.example.org",
                "alice@micro.example",
                "a@alice",
                "/@alice",
                "@alice.smith",
                "@alicé",
                "@alice@",
                "@",
                "@ alice"
            })
    void isNoMentionOfAlice(String text) {
        assertThat(markdown(text).mentions()).isEmpty();
        assertThat(plain(text).html()).isEqualTo("<p>" + text + "</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(@alice)",
                "**@alice**",
                "@alice.",
                "@alice's",
                "@aliceさん",
                "> @alice",
                "- @alice",
                "# @alice",
                "日本 @alice",
                "@alice@micro.example."
            })
    void isAMentionOfAlice(String text) {
        assertThat(markdown(text).mentions()).containsExactly("Alice");
    }

    @Test
    void keepsUnderscoresOfNames() {
        assertThat(markdown("@_carol_ and @bob_b _there_").html())
                .isEqualTo("<p>" + person("_carol_") + " and " + person("bob_b") + " <em>there</em></p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`@alice #tag`",
                "```\n@alice #tag\n```",
                "    @alice #tag",
                "[@alice #tag](https://a.example)",
                "![@alice #tag](https://a.example/i.png)",
                "https://a.example/@alice#tag",
                "<https://a.example/@alice/#tag>",
                "\\@alice \\#tag",
                "[x]: https://a.example '@alice #tag'"
            })
    void leavesCodeAndLinksAlone(String source) {
        Rendered rendered = markdown(source);

        assertThat(rendered.mentions()).isEmpty();
        assertThat(rendered.hashtags()).isEmpty();
        assertThat(rendered.html()).doesNotContain("mention");
    }

    @Test
    void refusesABaseWithoutHost() {
        assertThat(new Note(BASE).biography("@alice").usernames()).containsExactly("alice");
        assertThatThrownBy(() -> new Note(URI.create("/"))).hasMessageContaining("host");
    }
}
