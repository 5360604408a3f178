package io.microblog.post.card;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page says in the terms of schema.org (JSON-LD 1.1, within {@code script} elements) of the article that it is.
 *
 * @param nodes the things that it describes, those of graphs among them
 */
record LinkedData(List<JsonNode> nodes) {

    private static final int MOST_SCRIPTS = 8;
    private static final int MAX_LENGTH = 1 << 18;
    private static final Pattern ARTICLE =
            Pattern.compile("(?:https?://schema\\.org/|schema:)?\\w*(?:Article|Posting|Report)");

    static LinkedData of(Document page) {
        return new LinkedData(page.select("script[type=application/ld+json]").stream()
                .limit(MOST_SCRIPTS)
                .map(Element::data)
                .filter(json -> json.length() <= MAX_LENGTH)
                .flatMap(LinkedData::read)
                .flatMap(LinkedData::each)
                .flatMap(node -> node.has("@graph") ? each(node.get("@graph")) : Stream.of(node))
                .filter(JsonNode::isObject)
                .toList());
    }

    /** The first author of the article that has a name. */
    PageAuthor author() {
        return nodes.stream()
                .filter(LinkedData::isArticle)
                .flatMap(article -> each(article.path("author")))
                .map(this::author)
                .filter(PageAuthor::isNamed)
                .findFirst()
                .orElse(PageAuthor.NONE);
    }

    /** Some sites give a name alone, others describe the author elsewhere in the graph. */
    private PageAuthor author(JsonNode said) {
        if (said.isString()) {
            return PageAuthor.of(said.asString(), "");
        }
        JsonNode described = said.has("name") ? said : named(text(said, "@id")).orElse(said);
        return PageAuthor.of(text(described, "name"), text(described, "url"));
    }

    private Optional<JsonNode> named(String id) {
        return nodes.stream()
                .filter(node -> !id.isEmpty() && id.equals(text(node, "@id")) && node.has("name"))
                .findFirst();
    }

    private static boolean isArticle(JsonNode node) {
        return each(node.path("@type"))
                .anyMatch(type ->
                        type.isString() && ARTICLE.matcher(type.asString()).matches());
    }

    private static Stream<JsonNode> read(String json) {
        try {
            return Stream.of(JsonMapper.shared().readTree(json));
        } catch (JacksonException malformed) {
            return Stream.empty();
        }
    }

    /** In JSON-LD, one thing and a list of one are the same. */
    private static Stream<JsonNode> each(JsonNode node) {
        return node.isArray() ? node.valueStream() : Stream.of(node);
    }

    private static String text(JsonNode node, String name) {
        return each(node.path(name))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .findFirst()
                .orElse("");
    }
}
