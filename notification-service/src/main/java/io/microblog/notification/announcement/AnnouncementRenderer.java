package io.microblog.notification.announcement;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.microblog.event.AccountState;
import io.microblog.internal.AccountStateApi;
import io.microblog.internal.InternalCalls;
import io.microblog.kit.text.ParsedText;
import io.microblog.kit.text.PostText;
import io.microblog.kit.text.Rendered;
import io.microblog.kit.text.TextFormat;
import io.microblog.kit.web.BaseUrl;
import io.microblog.notification.announcement.AnnouncementRequest.Written;
import io.microblog.notification.announcement.AnnouncementText.Named;
import org.springframework.stereotype.Component;

/** Puts what authors write into HTML, by the rules of posts. */
@Component
class AnnouncementRenderer {

    private final PostText rules;
    private final AccountStateApi accounts;

    AnnouncementRenderer(BaseUrl base, AccountStateApi accounts) {
        this.rules = new PostText(base.uri());
        this.accounts = accounts;
    }

    private record Parsed(Written written, ParsedText text) {}

    /**
     * Renders the texts of one announcement.
     *
     * @throws io.microblog.kit.problem.Unavailable when they name people and user-service does not answer
     */
    List<AnnouncementText> render(List<Written> written) {
        List<Parsed> parsed = written.stream()
                .map(one -> new Parsed(one, rules.parse(one.source(), TextFormat.MARKDOWN)))
                .toList();
        Map<String, AccountState> known = known(parsed);
        return parsed.stream().map(one -> render(one, known)).toList();
    }

    private Map<String, AccountState> known(List<Parsed> parsed) {
        List<String> names = parsed.stream()
                .flatMap(one -> one.text().usernames().stream())
                .distinct()
                .limit(InternalCalls.MAX_IDS)
                .toList();
        var known = new HashMap<String, AccountState>();
        if (!names.isEmpty()) {
            accounts.byUsername(names).stream()
                    .filter(account -> !account.suspended())
                    .forEach(account -> known.put(account.username().toLowerCase(Locale.ROOT), account));
        }
        return known;
    }

    private static AnnouncementText render(Parsed parsed, Map<String, AccountState> known) {
        Rendered rendered = parsed.text().render(name -> {
            AccountState account = known.get(name);
            return account == null ? null : account.username();
        });
        List<Named> named = rendered.mentions().stream()
                .flatMap(name -> known.values().stream()
                        .filter(account -> account.username().equals(name)))
                .map(account -> new Named(account.id(), account.username()))
                .toList();
        Written written = parsed.written();
        return new AnnouncementText(
                written.language(), written.source(), rendered.html(), rendered.text(), named, rendered.hashtags());
    }
}
