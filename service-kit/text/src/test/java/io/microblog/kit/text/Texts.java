package io.microblog.kit.text;

import java.net.URI;
import java.util.Map;

/** The server and the people of these tests. */
final class Texts {

    static final URI BASE = URI.create("https://micro.example");
    static final Map<String, String> PEOPLE = Map.of("alice", "Alice", "bob_b", "bob_b", "_carol_", "_carol_");
    static final PostText POSTS = new PostText(BASE);

    private Texts() {}

    static Rendered markdown(String source) {
        return POSTS.parse(source, TextFormat.MARKDOWN).render(PEOPLE::get);
    }

    static Rendered plain(String source) {
        return POSTS.parse(source, TextFormat.PLAIN).render(PEOPLE::get);
    }

    static String person(String name) {
        return "<span class=\"h-card\"><a href=\"https://micro.example/@%1$s\" class=\"u-url mention\">@<span>%1$s</span></a></span>"
                .formatted(name);
    }

    static String tag(String path, String shown) {
        return "<a href=\"https://micro.example/tags/%s\" class=\"mention hashtag\" rel=\"tag\">#<span>%s</span></a>"
                .formatted(path, shown);
    }

    static String link(String href, String inner) {
        return "<a href=\"%s\" rel=\"nofollow noopener noreferrer\" target=\"_blank\">%s</a>".formatted(href, inner);
    }
}
