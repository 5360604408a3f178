package io.microblog.search.query;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.microblog.kit.openapi.SchemaName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What was found, the best first; accounts and statuses as their owners made them.
 *
 * @param didYouMean a query that finds more posts, left out where none is known
 */
record SearchResponse(
        List<@SchemaName("Account") JsonNode> accounts,
        List<FoundStatus> statuses,
        List<FoundTag> hashtags,

        @JsonProperty("did_you_mean") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String didYouMean) {}
