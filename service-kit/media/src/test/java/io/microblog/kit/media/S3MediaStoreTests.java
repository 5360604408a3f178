package io.microblog.kit.media;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class S3MediaStoreTests extends MediaStoreContract {

    private final BucketServer bucket;
    private final MediaKey key = MediaKey.random(ImageFormat.PNG);

    S3MediaStoreTests() throws IOException {
        bucket = new BucketServer();
    }

    @AfterEach
    void stop() {
        bucket.close();
    }

    @Test
    void storesWithTypeAndLifetime() throws IOException {
        store().put(key, BYTES);

        assertThat(bucket.objects()).containsOnlyKeys("/pictures/media/" + key);
        BucketServer.Stored stored = bucket.objects().values().iterator().next();
        assertThat(stored.bytes()).isEqualTo(BYTES);
        assertThat(stored.headers().getFirst("Content-Type")).isEqualTo("image/png");
        assertThat(stored.headers().getFirst("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    }

    @Test
    void triesAgainWhenTheProviderIsBusy() throws IOException {
        bucket.failNext(2);

        store().put(key, BYTES);

        assertThat(bucket.objects()).hasSize(1);
        assertThat(bucket.calls()).hasSize(3);
    }

    @Test
    void givesUpAfterAFewAttempts() {
        bucket.failNext(100);

        assertThatThrownBy(() -> store().put(key, BYTES)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store().find(key)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store().delete(key)).isInstanceOf(IOException.class);
        assertThat(bucket.calls()).hasSize(9);
    }

    @Test
    @Timeout(20)
    void doesNotWaitForEver() {
        bucket.delayAll(30_000);

        assertThatThrownBy(() -> store().put(key, BYTES)).isInstanceOf(IOException.class);
    }

    @Test
    void sendsReadersToThePublicAddress() {
        MediaServer server = new MediaServer(store(URI.create("https://cdn.example/")));

        var answer = server.serve(key.value());

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.FOUND);
        assertThat(answer.getHeaders().getLocation()).isEqualTo(URI.create("https://cdn.example/media/" + key));
        assertThat(bucket.calls()).isEmpty();
    }

    @Override
    MediaStore store() {
        return store(null);
    }

    private MediaStore store(@Nullable URI publicUrl) {
        return S3Clients.store(new MediaProperties.S3(
                "pictures",
                "media/",
                "eu-west-1",
                bucket.address(),
                "key",
                "secret",
                publicUrl,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1)));
    }
}
