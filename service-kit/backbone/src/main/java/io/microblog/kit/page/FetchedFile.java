package io.microblog.kit.page;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * What was found at an address.
 *
 * @param address where it was found, after redirects
 * @param mediaType in lower case and without parameters
 * @param charset what the sender says that the text is written in; null when it says nothing that is known
 * @param bytes decompressed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FetchedFile(
        URI address, String mediaType, @Nullable String charset, byte[] bytes) {}
