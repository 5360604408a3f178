package io.microblog.post.posting;

import java.util.List;

import io.microblog.event.PostState;
import io.microblog.kit.text.TextFormat;
import io.microblog.post.automatic.JudgedPost;

/**
 * What a post says, read and rendered.
 *
 * @param source as the author wrote it
 * @param format of the source
 * @param html sanitised HTML
 * @param text the same without markup
 * @param spoilerText content warning, empty when there is none
 * @param sensitive whether media start hidden
 * @param language what it is written in
 * @param mentions the people named in it
 * @param hashtags normalised, without the hash sign
 * @param hashtagsAsWritten the same as the author wrote them
 * @param media images, in their order
 */
record Content(
        String source,
        TextFormat format,
        String html,
        String text,
        String spoilerText,
        boolean sensitive,
        PostLanguage language,
        List<PostState.Mention> mentions,
        List<String> hashtags,
        List<String> hashtagsAsWritten,
        List<Long> media) {

    /**
     * What rules look at.
     *
     * @param poll the options that the post asks about, empty without a poll
     */
    JudgedPost.Said judged(List<String> poll) {
        return new JudgedPost.Said(html, text, spoilerText, poll, language.code(), mentionedIds());
    }

    List<Long> mentionedIds() {
        return mentions.stream().map(PostState.Mention::accountId).toList();
    }
}
