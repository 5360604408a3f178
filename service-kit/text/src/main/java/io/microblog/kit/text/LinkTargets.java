package io.microblog.kit.text;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Where the links of a text lead.
 *
 * @param base this server's address without a trailing slash
 * @param rel the relation of links to elsewhere
 * @param known from a user name in lower case to the canonical one, null when nobody is called so
 */
record LinkTargets(String base, String rel, Function<String, @Nullable String> known) {}
