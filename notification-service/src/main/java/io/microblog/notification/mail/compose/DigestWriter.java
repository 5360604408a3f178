package io.microblog.notification.mail.compose;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.microblog.internal.BestPost;
import io.microblog.internal.Contact;
import io.microblog.internal.StatusApi;
import io.microblog.kit.id.IdGenerator;
import io.microblog.notification.account.Accounts;
import io.microblog.notification.account.KnownAccount;
import io.microblog.notification.language.Languages;
import io.microblog.notification.mail.Template;
import io.microblog.notification.mail.compose.LetterContent.Entry;
import io.microblog.notification.mail.compose.LetterContent.Section;
import io.microblog.notification.preference.MailMode;
import org.springframework.stereotype.Component;

/**
 * Writes digests: what people did with the reader's posts, who follows and who turned to them, and the best of those whom
 * they follow.
 */
@Component
class DigestWriter {

    /** How many things a section shows. */
    private static final int SHOWN = 5;

    private final Letters letters;
    private final NewsItems items;
    private final StatusApi posts;
    private final Accounts accounts;

    DigestWriter(Letters letters, NewsItems items, StatusApi posts, Accounts accounts) {
        this.letters = letters;
        this.items = items;
        this.posts = posts;
        this.accounts = accounts;
    }

    /**
     * Writes one digest.
     *
     * @param pieces at least one
     * @throws io.microblog.kit.problem.Unavailable when post-service does not answer
     */
    Letter write(List<Piece> pieces, MailMode mode, Contact contact, String unsubscribe) {
        Locale locale = Languages.of(contact.locale());
        var sections = new ArrayList<Section>();
        addPosts(sections, of(pieces, Template.FAVOURITE, Template.REBLOG), contact, locale);
        add(sections, "followers", of(pieces, Template.FOLLOW), contact, locale);
        add(sections, "requests", of(pieces, Template.FOLLOW_REQUEST), contact, locale);
        add(sections, "mentions", of(pieces, Template.MENTION, Template.REPLY), contact, locale);
        add(sections, "polls", of(pieces, Template.POLL), contact, locale);
        addHighlights(sections, mode, contact, locale);
        return letters.digest(mode.wireName(), Letters.Reader.of(contact), sections, unsubscribe);
    }

    private static List<Piece> of(List<Piece> pieces, Template... templates) {
        Set<Template> wanted = EnumSet.copyOf(List.of(templates));
        return pieces.stream()
                .filter(piece -> wanted.contains(piece.delivery().template()))
                .toList();
    }

    /** The posts with which most was done. */
    private void addPosts(List<Section> sections, List<Piece> pieces, Contact contact, Locale locale) {
        List<Entry> entries = pieces.stream()
                .collect(Collectors.groupingBy(Piece::matter, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .sorted(Comparator.comparingInt((List<Piece> same) -> same.size())
                        .reversed())
                .limit(SHOWN)
                .map(same -> post(same, contact, locale))
                .toList();
        if (!entries.isEmpty()) {
            sections.add(new Section(letters.heading("posts", locale), entries));
        }
    }

    private Entry post(List<Piece> same, Contact contact, Locale locale) {
        int favourites = of(same, Template.FAVOURITE).size();
        int boosts = of(same, Template.REBLOG).size();
        var counts = new ArrayList<String>();
        if (favourites > 0) {
            counts.add(letters.count("favourites", favourites, locale));
        }
        if (boosts > 0) {
            counts.add(letters.count("boosts", boosts, locale));
        }
        NewsItem item = items.of(same, contact).getFirst();
        return letters.entry(String.join(" · ", counts), item.words(), item.path());
    }

    private void add(List<Section> sections, String key, List<Piece> pieces, Contact contact, Locale locale) {
        if (!pieces.isEmpty()) {
            List<Entry> entries = pieces.stream()
                    .skip(Math.max(0, pieces.size() - SHOWN))
                    .map(piece -> letters.entry(
                            piece.delivery().template(),
                            items.of(List.of(piece), contact).getFirst(),
                            locale))
                    .toList();
            sections.add(new Section(letters.count(key, pieces.size(), locale), entries));
        }
    }

    private void addHighlights(List<Section> sections, MailMode mode, Contact contact, Locale locale) {
        Duration span = Duration.ofDays(mode == MailMode.WEEKLY ? 7 : 1);
        List<BestPost> best = posts.highlights(IdGenerator.firstOf(Instant.now().minus(span)), contact.accountId());
        Map<Long, KnownAccount> authors =
                accounts.find(best.stream().map(BestPost::authorId).collect(Collectors.toSet()));
        List<Entry> entries = best.stream()
                .filter(post -> authors.containsKey(post.authorId()))
                .map(post -> {
                    KnownAccount author = Objects.requireNonNull(authors.get(post.authorId()));
                    return letters.entry(
                            author.name(locale),
                            items.words(post.text(), contact),
                            "/@" + author.username() + "/" + post.text().id());
                })
                .toList();
        if (!entries.isEmpty()) {
            sections.add(new Section(letters.heading("highlights", locale), entries));
        }
    }
}
