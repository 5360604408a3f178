package io.microblog.kit.media;

import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** An object whose content is fetched while it is passed on, so that it never is in memory whole. */
final class S3Resource extends AbstractResource {

    private final S3Client client;
    private final @Nullable String bucket;
    private final String name;
    private final long length;

    S3Resource(S3Client client, @Nullable String bucket, String name, long length) {
        this.client = client;
        this.bucket = bucket;
        this.name = name;
        this.length = length;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        try {
            return client.getObject(request -> request.bucket(bucket).key(name));
        } catch (SdkException failure) {
            throw new IOException(failure);
        }
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public long contentLength() {
        return length;
    }

    @Override
    public String getDescription() {
        return "object " + name;
    }
}
