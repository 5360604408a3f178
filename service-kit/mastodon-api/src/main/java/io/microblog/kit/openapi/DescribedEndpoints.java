package io.microblog.kit.openapi;

/**
 * A bean that adds endpoints to the description that no controller serves, such as those of filters: they are told as
 * the methods of an interface, in the language of controllers. Nobody calls these methods.
 *
 * @param type the interface
 */
public record DescribedEndpoints(Class<?> type) {}
