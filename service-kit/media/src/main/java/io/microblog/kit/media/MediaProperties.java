package io.microblog.kit.media;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where images are kept.
 *
 * @param directory of the files, shared by all instances of a service; without S3
 * @param sweepEvery how often discarded files are removed
 * @param s3 a bucket instead of the directory
 */
@ConfigurationProperties("microblog.media")
record MediaProperties(
        Path directory,
        @DefaultValue("10s") Duration sweepEvery,
        @DefaultValue S3 s3) {

    /**
     * A bucket of Amazon S3 or of anything that speaks its protocol.
     *
     * @param bucket none means: no S3
     * @param prefix of the keys, for a bucket with other things in it
     * @param region of the bucket
     * @param endpoint of another provider than Amazon; its buckets are addressed by path
     * @param accessKey without it, the credentials of the environment count (AWS_..., the instance's role)
     * @param secretKey belongs to it
     * @param publicUrl where everybody reads the bucket, such as a CDN; without it the service passes the files on
     * @param connectTimeout for the connection
     * @param timeout for each attempt of a call
     */
    record S3(
            @Nullable String bucket,
            @DefaultValue("") String prefix,
            @DefaultValue("us-east-1") String region,
            @Nullable URI endpoint,
            @Nullable String accessKey,
            @Nullable String secretKey,
            @Nullable URI publicUrl,
            @DefaultValue("2s") Duration connectTimeout,
            @DefaultValue("10s") Duration timeout) {

        boolean isWanted() {
            return bucket != null && !bucket.isBlank();
        }
    }
}
