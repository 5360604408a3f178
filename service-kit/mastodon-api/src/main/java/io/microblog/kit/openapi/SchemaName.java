package io.microblog.kit.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a type is called in the description of the API, where that differs from its own name. On a use of
 * {@link tools.jackson.databind.JsonNode} it says which schema JSON has that is passed on unread; another service may
 * describe it. On the map that is a {@link com.fasterxml.jackson.annotation.JsonAnyGetter} it says of which schema the other
 * properties are an extension.
 */
@Documented
@Target({ElementType.TYPE, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface SchemaName {

    /** The schema's name, as {@code Status}. */
    String value();
}
