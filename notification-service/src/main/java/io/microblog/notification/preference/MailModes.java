package io.microblog.notification.preference;

import java.util.EnumMap;
import java.util.Map;

import io.microblog.kit.problem.Invalid;
import org.jspecify.annotations.Nullable;

/** How a person hears of each kind of news by mail. What a request leaves out stays as it is; an answer names all. */
record MailModes(
        @Nullable MailMode follow,
        @Nullable MailMode followRequest,
        @Nullable MailMode mention,
        @Nullable MailMode reply,
        @Nullable MailMode favourite,
        @Nullable MailMode reblog,
        @Nullable MailMode poll,
        @Nullable MailMode announcement,
        @Nullable MailMode appeal) {

    static MailModes of(MailChoices choices) {
        return new MailModes(
                choices.mode(MailKind.FOLLOW),
                choices.mode(MailKind.FOLLOW_REQUEST),
                choices.mode(MailKind.MENTION),
                choices.mode(MailKind.REPLY),
                choices.mode(MailKind.FAVOURITE),
                choices.mode(MailKind.REBLOG),
                choices.mode(MailKind.POLL),
                choices.mode(MailKind.ANNOUNCEMENT),
                choices.mode(MailKind.APPEAL));
    }

    /**
     * Those that are named.
     *
     * @throws Invalid naming the kind that is not told so
     */
    Map<MailKind, MailMode> named() {
        var named = new EnumMap<MailKind, MailMode>(MailKind.class);
        add(named, MailKind.FOLLOW, follow);
        add(named, MailKind.FOLLOW_REQUEST, followRequest);
        add(named, MailKind.MENTION, mention);
        add(named, MailKind.REPLY, reply);
        add(named, MailKind.FAVOURITE, favourite);
        add(named, MailKind.REBLOG, reblog);
        add(named, MailKind.POLL, poll);
        add(named, MailKind.ANNOUNCEMENT, announcement);
        add(named, MailKind.APPEAL, appeal);
        return named;
    }

    private static void add(Map<MailKind, MailMode> named, MailKind kind, @Nullable MailMode mode) {
        if (mode != null) {
            if (!kind.modes().contains(mode)) {
                throw Invalid.field("kinds." + kind.wireName(), "ERR_INCLUSION", "is not included in the list");
            }
            named.put(kind, mode);
        }
    }
}
