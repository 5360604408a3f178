package io.microblog.post.automatic;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.microblog.event.Visibility;
import io.microblog.kit.page.PageFetcher;
import io.microblog.post.filter.FoldedText;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** A post as rules look at it. What is expensive to find out about it is found out once, when a rule asks. */
public final class JudgedPost {

    /** In UTF-16 units; longer texts are not looked at to their end. */
    private static final int LONGEST_TEXT = 20_000;

    private final long id;
    private final long at;
    private final long authorId;
    private final Visibility visibility;
    private final Said said;
    private @Nullable String text;
    private @Nullable String folded;
    private @Nullable Set<String> hosts;
    private int @Nullable [] prints;

    /**
     * What a post says.
     *
     * @param html sanitised
     * @param text the same without markup
     * @param spoilerText content warning, empty when there is none
     * @param poll the options of its poll, empty without one
     * @param language ISO 639 code, null when unknown
     * @param mentions the people named in it
     */
    public record Said(
            String html,
            String text,
            String spoilerText,
            List<String> poll,
            @Nullable String language,
            List<Long> mentions) {}

    /**
     * @param at the id that a post published when this one is judged would have: posts below it were there before
     * @param visibility who may see it, if no rule stands against that
     */
    public JudgedPost(long id, long at, long authorId, Visibility visibility, Said said) {
        this.id = id;
        this.at = at;
        this.authorId = authorId;
        this.visibility = visibility;
        this.said = said;
    }

    long id() {
        return id;
    }

    long at() {
        return at;
    }

    long authorId() {
        return authorId;
    }

    Visibility visibility() {
        return visibility;
    }

    @Nullable
    String language() {
        return said.language();
    }

    /** The people named in it but its author. */
    List<Long> others() {
        return said.mentions().stream()
                .filter(person -> person != authorId)
                .distinct()
                .toList();
    }

    /** All that it says, a line for each part. */
    String text() {
        if (text == null) {
            String all = parts().collect(Collectors.joining("\n"));
            text = all.substring(0, Math.min(all.length(), LONGEST_TEXT));
        }
        return text;
    }

    /** The same with letters that people hold equal made equal. */
    String folded() {
        if (folded == null) {
            folded = FoldedText.of(parts().toList());
        }
        return folded;
    }

    /** The hosts that it links to, in lower case, as the domain name system has them. */
    Set<String> hosts() {
        if (hosts == null) {
            hosts = said.html().contains("href=") ? linked(said.html()) : Set.of();
        }
        return hosts;
    }

    /** By which posts are found that say nearly the same; none for what says too little. */
    int[] prints() {
        if (prints == null) {
            prints = Prints.of(said.spoilerText(), said.text());
        }
        return prints;
    }

    private Stream<String> parts() {
        return Stream.concat(Stream.of(said.spoilerText(), said.text()), said.poll().stream());
    }

    private static Set<String> linked(String html) {
        return Jsoup.parseBodyFragment(html).select("a[href]:not(.mention)").stream()
                .flatMap(anchor -> PageFetcher.address(anchor.attr("href")).stream())
                .map(URI::getHost)
                .filter(Objects::nonNull)
                .map(ConditionReader::host)
                .collect(Collectors.toUnmodifiableSet());
    }
}
