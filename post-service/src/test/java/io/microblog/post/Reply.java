package io.microblog.post;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answered. */
public record Reply(int status, JsonNode body, @Nullable String link) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Reply of(int status, String body, @Nullable String link) {
        return new Reply(status, JSON.readTree(body.isEmpty() ? "null" : body), link);
    }

    /** A text in an object. */
    public @Nullable String text(String field) {
        JsonNode value = body.path(field);
        return value.isNull() || value.isMissingNode() ? null : value.asString();
    }

    /** The id of the one thing that came back. */
    public long id() {
        return body.path("id").asLong();
    }

    /** The address of the page after this one; empty on the last. */
    public String next() {
        return link == null || !link.contains("rel=\"next\"")
                ? ""
                : URI.create(link.substring(1, link.indexOf('>'))).getPath() + "?"
                        + URI.create(link.substring(1, link.indexOf('>'))).getQuery();
    }

    /** The ids of a list. */
    public List<Long> ids() {
        return ids(body);
    }

    /** The ids of a list in an object. */
    public List<Long> ids(String field) {
        return ids(body.path(field));
    }

    /** The keys of an object. */
    public List<String> keys() {
        return body.propertyStream().map(Map.Entry::getKey).toList();
    }

    private static List<Long> ids(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.path("id").asLong())
                .toList();
    }
}
