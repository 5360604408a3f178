package io.microblog.search.query;

import java.util.List;

import io.microblog.kit.openapi.SchemaName;
import tools.jackson.databind.JsonNode;

/** What was found, the best first; accounts and statuses as their owners made them. */
record SearchResponse(
        List<@SchemaName("Account") JsonNode> accounts,
        List<@SchemaName("Status") JsonNode> statuses,
        List<TagResponse> hashtags) {}
