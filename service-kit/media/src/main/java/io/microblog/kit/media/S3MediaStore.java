package io.microblog.kit.media;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

import org.springframework.core.io.Resource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A bucket of S3, or of anything that speaks its protocol. Buckets outlive crashes, so a put that succeeds is for good. */
final class S3MediaStore implements MediaStore, AutoCloseable {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final S3Client client;
    private final MediaProperties.S3 properties;

    S3MediaStore(S3Client client, MediaProperties.S3 properties) {
        this.client = client;
        this.properties = properties;
    }

    @Override
    public void put(MediaKey key, byte[] bytes) throws IOException {
        try {
            client.putObject(
                    request -> request.bucket(properties.bucket())
                            .key(name(key))
                            .contentType(key.mediaType().toString())
                            .cacheControl(FOR_EVER),
                    RequestBody.fromBytes(bytes));
        } catch (SdkException failure) {
            throw new IOException(failure);
        }
    }

    @Override
    public Optional<Resource> find(MediaKey key) throws IOException {
        try {
            long length = client.headObject(
                            request -> request.bucket(properties.bucket()).key(name(key)))
                    .contentLength();
            return Optional.of(new S3Resource(client, properties.bucket(), name(key), length));
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        } catch (SdkException failure) {
            throw new IOException(failure);
        }
    }

    @Override
    public void delete(MediaKey key) throws IOException {
        try {
            client.deleteObject(request -> request.bucket(properties.bucket()).key(name(key)));
        } catch (SdkException failure) {
            throw new IOException(failure);
        }
    }

    @Override
    public Optional<URI> publicAddress(MediaKey key) {
        return Optional.ofNullable(properties.publicUrl())
                .map(base -> URI.create(base.toString().replaceFirst("/+$", "") + "/" + name(key)));
    }

    @Override
    public void close() {
        client.close();
    }

    private String name(MediaKey key) {
        return properties.prefix() + key.value();
    }
}
