package io.microblog.notification;

import java.util.List;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answered. */
public record Reply(int status, String content, @Nullable String link, MockHttpServletResponse response) {

    /** The body as JSON. */
    public JsonNode body() {
        return JsonMapper.shared().readTree(content);
    }

    /** The values of one field of each item of a list. */
    public List<String> each(String field) {
        return StreamSupport.stream(body().spliterator(), false)
                .map(item -> item.path(field).asString())
                .toList();
    }

    /** The ids of a list. */
    public List<String> ids() {
        return each("id");
    }
}
