package io.microblog.kit.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Writes links of every kind in the markup that the Mastodon API's clients know. */
final class EntityRenderer implements NodeRenderer {

    private static final int SHOWN = 30;

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final LinkTargets links;
    private boolean insideLink;

    EntityRenderer(HtmlNodeRendererContext context, LinkTargets links) {
        this.context = context;
        this.html = context.getWriter();
        this.links = links;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(EntityNode.class, Link.class, Image.class, HardLineBreak.class);
    }

    @Override
    public void render(Node node) {
        switch (node) {
            case EntityNode place -> entity(place.entity());
            case Link link -> link(link);
            case Image image -> image(image);
            default -> html.tag("br", Map.of(), true);
        }
    }

    private void entity(Entity entity) {
        String known = entity instanceof Entity.Mention mention && mention.local()
                ? links.known().apply(mention.username())
                : null;
        switch (entity) {
            case Entity.Url url when !insideLink -> address(url.written());
            case Entity.Tag tag when !insideLink -> tag(tag);
            case Entity.Mention _ when !insideLink && known != null -> mention(known);
            default -> html.text(entity.written());
        }
    }

    private void mention(String username) {
        html.tag("span", Map.of("class", "h-card"));
        html.tag("a", attributes("href", links.base() + "/@" + username, "class", "u-url mention"));
        html.text("@");
        span("", username);
        html.tag("/a");
        html.tag("/span");
    }

    private void tag(Entity.Tag tag) {
        String name = URLEncoder.encode(Hashtags.normalForm(tag.name()), StandardCharsets.UTF_8);
        html.tag("a", attributes("href", links.base() + "/tags/" + name, "class", "mention hashtag", "rel", "tag"));
        html.text("#");
        span("", tag.name());
        html.tag("/a");
    }

    private void address(String address) {
        int prefix = WebAddress.hiddenPrefix(address);
        int points = address.codePointCount(prefix, address.length());
        int cut = address.offsetByCodePoints(prefix, Math.min(points, SHOWN));
        openLink(address);
        span("invisible", address.substring(0, prefix));
        span(cut < address.length() ? "ellipsis" : "", address.substring(prefix, cut));
        span("invisible", address.substring(cut));
        html.tag("/a");
    }

    private void link(Link link) {
        String destination = link.getDestination();
        if (insideLink || !WebAddress.isSafe(destination)) {
            children(link);
        } else if (isBare(link)) {
            address(destination);
        } else {
            openLink(destination);
            children(link);
            html.tag("/a");
        }
    }

    /** Posts carry their images as attachments; one written into the text becomes a link to it. */
    private void image(Image image) {
        String label = PlainText.of(image);
        if (insideLink || !WebAddress.isSafe(image.getDestination())) {
            html.text(label);
        } else {
            openLink(image.getDestination());
            html.text(label.isEmpty() ? image.getDestination() : label);
            html.tag("/a");
        }
    }

    private static boolean isBare(Link link) {
        return link.getFirstChild() instanceof Text text
                && text.getNext() == null
                && text.getLiteral().equals(link.getDestination());
    }

    private void openLink(String address) {
        html.tag("a", attributes("href", WebAddress.href(address), "rel", links.rel(), "target", "_blank"));
    }

    private void children(Node parent) {
        boolean outer = insideLink;
        insideLink = true;
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
        insideLink = outer;
    }

    private void span(String styleClass, String text) {
        html.tag("span", styleClass.isEmpty() ? Map.of() : Map.of("class", styleClass));
        html.text(text);
        html.tag("/span");
    }

    private static Map<String, String> attributes(String... namesAndValues) {
        var attributes = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            attributes.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return attributes;
    }
}
