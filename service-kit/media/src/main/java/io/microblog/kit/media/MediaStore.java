package io.microblog.kit.media;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

import org.springframework.core.io.Resource;

/** Where files are kept. A key is written once and its file never changes. */
interface MediaStore {

    /**
     * Stores a file for good: once this returns, no crash loses it.
     *
     * @throws IOException when that is not certain
     */
    void put(MediaKey key, byte[] bytes) throws IOException;

    /** The file; empty when there is none. */
    Optional<Resource> find(MediaKey key) throws IOException;

    /** Removes the file if it is there. */
    void delete(MediaKey key) throws IOException;

    /** Where everybody gets the file without this service, such as from a CDN; empty when nowhere. */
    default Optional<URI> publicAddress(MediaKey key) {
        return Optional.empty();
    }
}
