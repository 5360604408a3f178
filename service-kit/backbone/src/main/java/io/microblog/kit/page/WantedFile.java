package io.microblog.kit.page;

import java.util.List;

/**
 * What is looked for at an address.
 *
 * @param mediaTypes in lower case; {@code image/*} for every type that begins like this
 * @param maxBytes decompressed
 * @param partly whether the beginning of what is longer will do
 */
public record WantedFile(List<String> mediaTypes, int maxBytes, boolean partly) {

    /** A page for people, or the first megabyte of it. */
    public static final WantedFile PAGE = new WantedFile(List.of("text/html", "application/xhtml+xml"), 1 << 20, true);

    String accept() {
        return String.join(", ", mediaTypes);
    }

    boolean isOf(String mediaType) {
        return mediaTypes.stream()
                .anyMatch(wanted -> wanted.endsWith("/*")
                        ? mediaType.startsWith(wanted.substring(0, wanted.length() - 1))
                        : wanted.equals(mediaType));
    }
}
