/**
 * PostgreSQL, Kafka and Elasticsearch as child processes, without Docker: the same code serves the local platform and the tests.
 */
@NullMarked
package io.microblog.local.engine;

import org.jspecify.annotations.NullMarked;
