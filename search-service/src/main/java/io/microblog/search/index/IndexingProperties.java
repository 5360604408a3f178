package io.microblog.search.index;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the indexer.
 *
 * @param batchSize rows a transaction
 * @param pollInterval how often it looks for rows that other instances made dirty
 * @param refreshInterval written documents are made searchable at once, but no more often than this
 * @param longestPause how long it waits at most before the next try while Elasticsearch does not take writes
 * @param checkInterval how often it makes sure that the indices are there
 */
@ConfigurationProperties("microblog.search.indexing")
record IndexingProperties(
        @DefaultValue("500") int batchSize,
        @DefaultValue("200ms") Duration pollInterval,
        @DefaultValue("200ms") Duration refreshInterval,
        @DefaultValue("5s") Duration longestPause,
        @DefaultValue("10s") Duration checkInterval) {}
