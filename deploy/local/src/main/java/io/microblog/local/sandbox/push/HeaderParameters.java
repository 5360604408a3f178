package io.microblog.local.sandbox.push;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Parameters of a header, such as {@code t=...,k=...}. */
final class HeaderParameters {

    private HeaderParameters() {}

    /** By name; none of a header that is not there. */
    static Map<String, String> of(@Nullable String header) {
        var found = new LinkedHashMap<String, String>();
        Arrays.stream((header == null ? "" : header).split("[,;]"))
                .map(String::strip)
                .filter(part -> part.indexOf('=') > 0)
                .forEach(part -> found.put(
                        part.substring(0, part.indexOf('=')),
                        part.substring(part.indexOf('=') + 1).replace("\"", "")));
        return found;
    }
}
