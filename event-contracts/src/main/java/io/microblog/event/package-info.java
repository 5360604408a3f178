/**
 * The contracts between services: every event that travels over Kafka, as sealed records.
 *
 * <p>A topic is a sealed interface, an event a record nested in it. The JSON Schema of each type stands under
 * {@code schema/} on the class path, and its frozen samples keep it compatible.
 */
@NullMarked
package io.microblog.event;

import org.jspecify.annotations.NullMarked;
