package io.microblog.user.dashboard;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is ranked: the API's keys. */
enum DimensionKey {
    LANGUAGES,
    SOURCES,
    SPACE_USAGE,
    SOFTWARE_VERSIONS,
    TAG_LANGUAGES,

    // Of other servers there is nothing here.
    SERVERS,
    TAG_SERVERS,
    INSTANCE_ACCOUNTS,
    INSTANCE_LANGUAGES;

    static Optional<DimensionKey> find(String name) {
        return Stream.of(values()).filter(key -> key.wireName().equals(name)).findFirst();
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
