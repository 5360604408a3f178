package io.microblog.notification.mail.compose;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import io.microblog.kit.web.BaseUrl;
import io.microblog.notification.mail.Lane;
import io.microblog.notification.mail.Template;
import io.microblog.notification.mail.compose.LetterContent.Section;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * A letter of each kind about things that never happened, to try templates and to show them to those who look after the
 * server. A kind is named as the keys of its texts begin.
 */
@Component
public final class SampleLetters {

    private static final Set<Template> EXPIRING =
            EnumSet.of(Template.CONFIRMATION, Template.PASSWORD_RESET, Template.EMAIL_CHANGE);
    private static final Set<Template> ENDING = EnumSet.of(Template.SENSITIZING, Template.LIMITATION, Template.FREEZE);
    private static final Set<Template> WITH_DETAIL = EnumSet.of(Template.NEW_DEVICE, Template.EMAIL_CHANGE);

    private final Letters letters;
    private final MessageSource messages;
    private final String home;
    private final String stop;
    private final Map<String, Function<Sample, Letter>> writers = new LinkedHashMap<>();

    SampleLetters(Letters letters, MessageSource messages, BaseUrl base) {
        this.letters = letters;
        this.messages = messages;
        this.home = base.resolve("/");
        this.stop = base.resolve("/api/v1/mail/unsubscribe?token=sample");
        for (Template template : Template.values()) {
            add(template);
        }
        writers.put("email_change.next", sample -> security(Template.EMAIL_CHANGE, "email_change.next", sample));
        writers.put("poll.own", sample -> news(Template.POLL, sample, true));
        writers.put("digest.daily", sample -> digest("daily", sample));
        writers.put("digest.weekly", sample -> digest("weekly", sample));
    }

    private void add(Template template) {
        String key = template.key();
        if (template.lane() == Lane.SECURITY) {
            writers.put(key, sample -> security(template, key, sample));
        } else if (template == Template.RETURNED_POST) {
            writers.put(key, sample -> letters.returned(sample.reader()));
        } else if (template == Template.RELEASED_POST) {
            writers.put(key, sample -> letters.released(sample.reader(), "/@sample1/1"));
        } else if (template == Template.APPEAL) {
            writers.put(
                    key,
                    sample -> letters.appealed(
                            sample.reader(),
                            sample.item(template, false, 1).actors().getFirst(),
                            stop));
        } else if (template == Template.ANNOUNCEMENT) {
            writers.put(
                    key,
                    sample -> letters.announcement(sample.locale(), sample.announcement())
                            .to(sample.reader(), stop));
        } else {
            writers.put(key, sample -> news(template, sample, false));
            writers.put("several." + key, sample -> several(template, sample));
        }
    }

    /** The names of all kinds. */
    public Set<String> kinds() {
        return Collections.unmodifiableSet(writers.keySet());
    }

    /** The letter of a kind in one of the languages; empty when there is no such kind. */
    public Optional<Letter> find(String kind, Locale locale) {
        if (!writers.containsKey(kind)) {
            return Optional.empty();
        }
        String detail = kind.startsWith(Template.EMAIL_CHANGE.key()) ? "maria@example.org" : say("device", locale);
        return Optional.of(write(kind, new Sample(locale, say("name", locale), say("words", locale), detail)));
    }

    /** @param kind one of those that there are */
    Letter write(String kind, Sample sample) {
        return Objects.requireNonNull(writers.get(kind)).apply(sample);
    }

    /** Whether whoever gets letters of a kind can stop them. */
    static boolean isStoppable(String kind) {
        return Stream.of(Template.values())
                .filter(template -> template.kind().isEmpty())
                .noneMatch(template -> kind.startsWith(template.key()));
    }

    private Letter security(Template template, String key, Sample sample) {
        Instant now = Instant.now();
        return letters.security(
                key,
                sample.reader(),
                new Letters.Matter(
                        home,
                        EXPIRING.contains(template) ? now.plus(Duration.ofDays(1)) : null,
                        now,
                        WITH_DETAIL.contains(template) ? sample.detail() : sample.words(),
                        ENDING.contains(template) ? now.plus(Duration.ofDays(7)) : null,
                        ZoneId.of("UTC")));
    }

    private Letter news(Template template, Sample sample, boolean own) {
        return letters.news(template, sample.reader(), sample.item(template, own, 1), stop);
    }

    /** As many as are shown of one, and others that are counted. */
    private Letter several(Template template, Sample sample) {
        boolean together = template == Template.FAVOURITE || template == Template.REBLOG;
        List<NewsItem> items = Collections.nCopies(12, sample.item(template, false, together ? 5 : 1));
        return letters.several(template, sample.reader(), items, 60, stop);
    }

    private Letter digest(String span, Sample sample) {
        Locale locale = sample.locale();
        NewsItem post = sample.item(Template.MENTION, false, 1);
        List<Section> sections = List.of(
                new Section(
                        letters.heading("posts", locale),
                        List.of(letters.entry(letters.count("favourites", 11, locale), post.words(), post.path()))),
                new Section(
                        letters.count("followers", 1, locale),
                        List.of(letters.entry(Template.FOLLOW, sample.item(Template.FOLLOW, false, 1), locale))),
                new Section(
                        letters.count("mentions", 2, locale),
                        Collections.nCopies(2, letters.entry(Template.MENTION, post, locale))),
                new Section(
                        letters.heading("highlights", locale),
                        List.of(letters.entry(post.actors().getFirst().name(locale), post.words(), post.path()))));
        return letters.digest(span, sample.reader(), sections, stop);
    }

    private String say(String key, Locale locale) {
        return messages.getMessage("sample." + key, new Object[0], locale);
    }
}
