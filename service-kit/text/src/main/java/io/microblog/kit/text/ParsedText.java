package io.microblog.kit.text;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/** A text that was read but not yet rendered, so that the people it names can be looked up in one query. Immutable. */
public final class ParsedText {

    private final Node document;
    private final String base;
    private final String rel;
    private final int length;
    private final Entities entities = new Entities();

    ParsedText(Node document, String base, String rel, int length) {
        this.document = document;
        this.base = base;
        this.rel = rel;
        this.length = length;
        document.accept(entities);
    }

    /** Whom it may mention: user names of this server, in lower case, in order, each once. */
    public List<String> usernames() {
        return entities.usernames();
    }

    /** How many characters the source counts, without a content warning. */
    public int length() {
        return length;
    }

    /**
     * The text with links to the people who exist.
     *
     * @param known from one of {@link #usernames()} to the account's canonical name, null when nobody is called so; the
     *     mention then stays text
     */
    public Rendered render(Function<String, @Nullable String> known) {
        List<String> mentions = usernames().stream()
                .map(known)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new Rendered(
                html(known),
                PlainText.of(document),
                mentions,
                entities.hashtags(),
                entities.hashtagsAsWritten(),
                length);
    }

    private String html(Function<String, @Nullable String> known) {
        var links = new LinkTargets(base, rel, known);
        var renderer = HtmlRenderer.builder()
                .escapeHtml(true)
                .softbreak("<br />")
                .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create()))
                .nodeRendererFactory(context -> new EntityRenderer(context, links))
                .build();
        return SafeHtml.of(renderer.render(document));
    }
}
