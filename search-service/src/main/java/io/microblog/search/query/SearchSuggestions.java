package io.microblog.search.query;

import java.util.List;

import io.microblog.kit.openapi.SchemaName;
import tools.jackson.databind.JsonNode;

/**
 * How what is being typed may go on.
 *
 * @param accounts people of such a name
 * @param hashtags of such a name, the most used first
 * @param searches what the caller searched for lately
 */
@SchemaName("SearchSuggestions")
record SearchSuggestions(
        List<@SchemaName("Account") JsonNode> accounts, List<FoundTag> hashtags, List<String> searches) {}
