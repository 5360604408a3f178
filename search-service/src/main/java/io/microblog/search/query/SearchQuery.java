package io.microblog.search.query;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.microblog.kit.problem.BadRequest;
import io.microblog.kit.text.Hashtags;
import io.microblog.kit.web.BaseUrl;
import io.microblog.kit.web.Page;
import io.microblog.search.analysis.QueryPart;
import org.jspecify.annotations.Nullable;

/**
 * What somebody searches for.
 *
 * @param text as typed, without the blanks around it
 * @param languages ISO 639 codes of what the reader reads, the likeliest first
 * @param scope which results are wanted
 * @param accountId only posts of this author
 * @param following only people whom the reader follows, and their posts
 * @param page bounds of post ids and the number of results of each sort
 * @param offset how many results to skip
 */
record SearchQuery(
        String text,
        List<String> languages,
        Scope scope,
        @Nullable Long accountId,
        boolean following,
        Page page,
        int offset) {

    static final int MAX_LENGTH = 200;
    static final int MAX_OFFSET = 1_000;

    /** More words are hardly one hashtag. */
    private static final int MAX_TAG_WORDS = 3;

    /** Sorts of results. */
    enum Scope {
        ALL,
        ACCOUNTS,
        HASHTAGS,
        STATUSES;

        /**
         * By the name in the API; nothing means all.
         *
         * @throws BadRequest for any other name
         */
        static Scope of(@Nullable String type) {
            return type == null || type.isBlank()
                    ? ALL
                    : Arrays.stream(values())
                            .filter(scope -> scope != ALL && scope.name().equalsIgnoreCase(type.strip()))
                            .findFirst()
                            .orElseThrow(() -> new BadRequest("Parameter type must be accounts, hashtags or statuses"));
        }
    }

    /**
     * Takes the text as it may come.
     *
     * @throws BadRequest when there is no text, too much of it, or the offset is out of bounds
     */
    SearchQuery {
        text = Normalizer.normalize(text.replaceAll("\\p{Cntrl}+", " "), Normalizer.Form.NFC)
                .strip();
        if (text.isEmpty()) {
            throw new BadRequest("Parameter q is missing");
        }
        if (text.length() > MAX_LENGTH) {
            throw new BadRequest("Parameter q is longer than " + MAX_LENGTH + " characters");
        }
        if (offset < 0 || offset > MAX_OFFSET) {
            throw new BadRequest("Parameter offset must be between 0 and " + MAX_OFFSET);
        }
    }

    /** The same with another text. */
    SearchQuery saying(String other) {
        return new SearchQuery(other, languages, scope, accountId, following, page, offset);
    }

    /** The hashtag whose page it is the address of. */
    Optional<String> tagOf(BaseUrl baseUrl) {
        String page = baseUrl.resolve("/tags/");
        return Optional.of(text)
                .filter(address -> address.startsWith(page))
                .flatMap(address -> decoded(address.substring(page.length())))
                .flatMap(Hashtags::normalise);
    }

    private static Optional<String> decoded(String path) {
        try {
            return Optional.of(URLDecoder.decode(path, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What is demanded besides words. */
    Operators operators() {
        return Operators.in(text);
    }

    /** The words; nothing when there are neither letters nor digits. */
    List<QueryPart> parts() {
        return QueryPart.of(operators().words(), languages);
    }

    /** A hash sign never names an account, nor does an at sign among several words. */
    boolean wantsAccounts() {
        return wants(Scope.ACCOUNTS)
                && !operators().narrow()
                && !text.startsWith("#")
                && !(text.contains("@") && text.contains(" "));
    }

    boolean wantsHashtags() {
        return wants(Scope.HASHTAGS)
                && !operators().narrow()
                && !text.contains("@")
                && text.split(" ").length <= MAX_TAG_WORDS;
    }

    /** A handle is not, but a mail address may stand in a text. */
    boolean wantsStatuses() {
        return wants(Scope.STATUSES) && !(text.startsWith("@") && !text.contains(" "));
    }

    boolean wants(Scope result) {
        return scope == Scope.ALL || scope == result;
    }
}
