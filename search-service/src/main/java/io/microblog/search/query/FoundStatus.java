package io.microblog.search.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.microblog.kit.openapi.SchemaName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A status as its owner made it, and why it was found.
 *
 * @param status all that its owner says of it
 * @param highlights left out where nothing can be pointed at
 */
record FoundStatus(
        @JsonAnyGetter @SchemaName("Status") Map<String, JsonNode> status,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Highlight> highlights) {

    static FoundStatus of(JsonNode status, List<Highlight> highlights) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        status.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return new FoundStatus(members, highlights.isEmpty() ? null : highlights);
    }
}
