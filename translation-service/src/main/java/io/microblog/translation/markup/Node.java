package io.microblog.translation.markup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.microblog.kit.text.HtmlWriter;

/** A piece of an HTML tree. */
sealed interface Node {

    /** All the text in it. */
    String text();

    void writeTo(HtmlWriter html);

    /** Characters, unescaped. */
    record Text(String text) implements Node {
        @Override
        public void writeTo(HtmlWriter html) {
            html.text(text);
        }
    }

    /** @param attributes names and values in turn */
    record Element(String name, List<String> attributes, List<Node> children) implements Node {

        private static final Set<String> CODE = Set.of("code", "pre");

        /** The classes by which the API marks mentions, hashtags and the parts of a bare address. */
        private static final Set<String> NAMES = Set.of("h-card", "mention", "hashtag", "invisible", "ellipsis");

        Element(String name, List<String> attributes) {
            this(name, List.copyOf(attributes), new ArrayList<>());
        }

        @Override
        public String text() {
            return children.stream().map(Node::text).collect(Collectors.joining());
        }

        @Override
        public void writeTo(HtmlWriter html) {
            html.open(name, attributes);
            children.forEach(child -> child.writeTo(html));
            html.close(name);
        }

        /** Whether a translation must leave it as it is: code, a name, or a link that shows its own address. */
        boolean isKept() {
            return CODE.contains(name) || hasNameClass() || (name.equals("a") && showsAddress());
        }

        private boolean hasNameClass() {
            return IntStream.range(0, attributes.size() / 2)
                    .filter(i -> attributes.get(2 * i).equals("class"))
                    .anyMatch(i ->
                            Arrays.stream(attributes.get(2 * i + 1).split(" ")).anyMatch(NAMES::contains));
        }

        /** Only a bare address is cut into spans. */
        private boolean showsAddress() {
            return children.stream()
                    .anyMatch(child ->
                            child instanceof Element element && element.name().equals("span"));
        }
    }
}
