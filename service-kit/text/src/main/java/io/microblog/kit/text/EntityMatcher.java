package io.microblog.kit.text;

import java.net.URI;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Recognises links, mentions and hashtags as the Mastodon API does ({@code Account::MENTION_RE}, {@code
 * Tag::HASHTAG_RE}), so that a client which counts or highlights while its user types agrees with the server.
 */
final class EntityMatcher {

    /** Where an entity may begin. */
    static final String TRIGGERS = "hH@#＃";

    private static final int MAX_USERNAME = 30;
    private static final int MAX_MENTION = 320;

    private final String host;
    private final String authority;

    private EntityMatcher(String host, String authority) {
        this.host = host;
        this.authority = authority;
    }

    /** A matcher to which names at the host of {@code baseUrl}, with or without its port, are its own. */
    static EntityMatcher of(URI baseUrl) {
        return new EntityMatcher(
                Objects.requireNonNull(baseUrl.getHost(), "no host in the base URL"), baseUrl.getAuthority());
    }

    /** The address without a trailing slash, as the start of other addresses. */
    static String base(URI baseUrl) {
        String url = baseUrl.toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** Whether an entity may begin with {@code trigger} there. */
    static boolean mayBegin(char trigger, Before before) {
        int previous = before.codePoint();
        return switch (trigger) {
            case 'h', 'H' -> !Characters.isUsername(previous) && "@#$/.-".indexOf(previous) < 0;
            case '@' -> !Characters.isWord(previous) && "=/".indexOf(previous) < 0;
            case '#', '＃' ->
                before.underscores() > 0 || (!Character.isLetterOrDigit(previous) && "=/)&".indexOf(previous) < 0);
            default -> false;
        };
    }

    /** How far {@link #match} looks, which bounds the cost of a text that is all triggers. In UTF-16 units. */
    static int window(char trigger) {
        return switch (trigger) {
            case 'h', 'H' -> WebAddress.MAX_LENGTH + 1;
            case '@' -> MAX_MENTION;
            default -> Hashtags.MAX_LENGTH + 2;
        };
    }

    /**
     * The entity at the start of {@code text}, if any; whether one may begin there was asked before. It ends before as
     * many underscores as have opened emphasis right in front of it.
     */
    @Nullable
    Entity match(String text, Before before) {
        Entity entity = match(text);
        return entity == null ? null : without(entity, Math.min(before.opening(), entity.underscores()));
    }

    /** The same without as many of its last characters, or the whole where nothing of its kind would be left. */
    Entity without(Entity entity, int last) {
        String left = entity.written().substring(0, entity.written().length() - last);
        Entity shorter = last == 0 ? entity : match(left);
        return shorter == null || !shorter.written().equals(left) ? entity : shorter;
    }

    private @Nullable Entity match(String text) {
        return switch (text.charAt(0)) {
            case 'h', 'H' -> url(text);
            case '@' -> mention(text);
            default -> tag(text);
        };
    }

    private static @Nullable Entity url(String text) {
        int end = WebAddress.end(text, 0);
        return end == 0 ? null : new Entity.Url(text.substring(0, end));
    }

    private static @Nullable Entity tag(String text) {
        int end = Hashtags.end(text, 1);
        return end == 1 ? null : new Entity.Tag(text.substring(0, end), text.substring(1, end));
    }

    private @Nullable Entity mention(String text) {
        int nameEnd = labelsEnd(text, 1, true);
        int end = nameEnd == 1 ? 1 : hostEnd(text, nameEnd);
        if (end == 1 || runsOn(Characters.at(text, end))) {
            return null;
        }
        String name = text.substring(1, nameEnd);
        boolean local = isLocalName(name) && (end == nameEnd || isHere(text.substring(nameEnd + 1, end)));
        return new Entity.Mention(text.substring(0, end), name, local);
    }

    private int hostEnd(String text, int at) {
        if (Characters.at(text, at) != '@') {
            return at;
        }
        for (String here : new String[] {authority, host}) {
            int end = at + 1 + here.length();
            if (text.regionMatches(true, at + 1, here, 0, here.length()) && isHostBoundary(text, end)) {
                return end;
            }
        }
        int end = labelsEnd(text, at + 1, false);
        end -= Characters.underscoresBefore(text, end);
        return end <= at + 1 ? at : end;
    }

    private static boolean isHostBoundary(String text, int hostEnd) {
        int end = hostEnd;
        while (Characters.at(text, end) == '_') {
            end++;
        }
        int next = Characters.at(text, end);
        boolean another = (next == '.' || next == '-') && Characters.isWord(Characters.at(text, end + 1));
        return !another && !Characters.isUsername(next);
    }

    /** Labels of word characters that dots or hyphens join. */
    private static int labelsEnd(String text, int start, boolean ascii) {
        int end = start;
        int next = start;
        while (isLabel(Characters.at(text, next), ascii)) {
            while (isLabel(Characters.at(text, next), ascii)) {
                next += Character.charCount(Characters.at(text, next));
            }
            end = next;
            while (Characters.at(text, next) == '.' || Characters.at(text, next) == '-') {
                next++;
            }
        }
        return end;
    }

    private static boolean isLabel(int c, boolean ascii) {
        return ascii ? Characters.isUsername(c) : Characters.isWord(c);
    }

    /** What may not follow a name directly, since the whole is then some other word. */
    private static boolean runsOn(int next) {
        return next == '@' || Characters.isLatin(next) || Characters.isMark(next);
    }

    private static boolean isLocalName(String name) {
        return name.length() <= MAX_USERNAME && name.chars().allMatch(Characters::isUsername);
    }

    private boolean isHere(String written) {
        return written.equalsIgnoreCase(host) || written.equalsIgnoreCase(authority);
    }
}
