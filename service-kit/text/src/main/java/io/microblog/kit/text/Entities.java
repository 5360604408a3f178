package io.microblog.kit.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Image;
import org.commonmark.node.Link;

/** Collects whom and what a text names. What stands inside a link belongs to the link. */
final class Entities extends AbstractVisitor {

    private final Set<String> usernames = new LinkedHashSet<>();
    private final Map<String, String> hashtags = new LinkedHashMap<>();

    /** The user names of this server that it mentions, in lower case. */
    List<String> usernames() {
        return List.copyOf(usernames);
    }

    List<String> hashtags() {
        return List.copyOf(hashtags.keySet());
    }

    List<String> hashtagsAsWritten() {
        return new ArrayList<>(hashtags.values());
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof EntityNode place) {
            add(place.entity());
        } else {
            visitChildren(node);
        }
    }

    @Override
    public void visit(Link link) {}

    @Override
    public void visit(Image image) {}

    private void add(Entity entity) {
        if (entity instanceof Entity.Mention mention && mention.local()) {
            usernames.add(mention.username());
        } else if (entity instanceof Entity.Tag tag) {
            hashtags.putIfAbsent(Hashtags.normalForm(tag.name()), tag.name());
        }
    }
}
