package io.microblog.search.query;

import java.util.List;

import tools.jackson.databind.JsonNode;

/** What was found, the best first; accounts and statuses as their owners made them. */
record SearchResponse(List<JsonNode> accounts, List<JsonNode> statuses, List<TagResponse> hashtags) {}
