package io.microblog.kit.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;

import static org.assertj.core.api.Assertions.assertThat;

/** What every {@link MediaStore} keeps to; its tests extend this. */
abstract class MediaStoreContract {

    static final byte[] BYTES = "picture".getBytes(StandardCharsets.UTF_8);

    abstract MediaStore store();

    @Test
    void keepsWhatIsPutUntilItIsDeleted() throws IOException {
        MediaKey key = MediaKey.random(ImageFormat.JPEG);
        MediaStore store = store();

        store.put(key, BYTES);

        Resource found = store.find(key).orElseThrow();
        assertThat(found.contentLength()).isEqualTo(BYTES.length);
        assertThat(found.getContentAsByteArray()).isEqualTo(BYTES);
        store.delete(key);
        assertThat(store.find(key)).isEmpty();
    }

    @Test
    void tellsFilesApart() throws IOException {
        MediaKey key = MediaKey.random(ImageFormat.PNG);
        MediaKey other = MediaKey.random(ImageFormat.PNG);
        MediaStore store = store();
        store.put(key, BYTES);

        assertThat(store.find(other)).isEmpty();
        store.put(other, new byte[] {1});
        store.delete(other);
        assertThat(store.find(key).orElseThrow().getContentAsByteArray()).isEqualTo(BYTES);
    }

    /** As when the first attempt was thought to have failed. */
    @Test
    void mayBeToldTwice() throws IOException {
        MediaKey key = MediaKey.random(ImageFormat.PNG);
        MediaStore store = store();

        store.put(key, BYTES);
        store.put(key, BYTES);
        assertThat(store.find(key).orElseThrow().getContentAsByteArray()).isEqualTo(BYTES);

        store.delete(key);
        store.delete(key);
        assertThat(store.find(key)).isEmpty();
    }
}
