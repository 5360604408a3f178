package io.microblog.kit.media;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes clients that give up in time. Apart from the rest, so that nobody without S3 loads its classes. */
final class S3Clients {

    /** Of a call, with growing pauses between them. */
    private static final int ATTEMPTS = 3;

    private S3Clients() {}

    static MediaStore store(MediaProperties.S3 properties) {
        return new S3MediaStore(client(properties), properties);
    }

    private static S3Client client(MediaProperties.S3 properties) {
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(properties.region()))
                .credentialsProvider(credentials(properties))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(properties.connectTimeout())
                        .socketTimeout(properties.timeout()))
                .overrideConfiguration(calls -> calls.apiCallAttemptTimeout(properties.timeout())
                        .apiCallTimeout(properties.timeout().multipliedBy(ATTEMPTS))
                        .retryStrategy(retries -> retries.maxAttempts(ATTEMPTS)));
        if (properties.endpoint() != null) {
            // Others than Amazon have no host names for buckets and do not all know its chunks and newer checksums.
            builder.endpointOverride(properties.endpoint())
                    .forcePathStyle(true)
                    .serviceConfiguration(dialect -> dialect.chunkedEncodingEnabled(false))
                    .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                    .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        }
        return builder.build();
    }

    private static AwsCredentialsProvider credentials(MediaProperties.S3 properties) {
        String access = properties.accessKey();
        String secret = properties.secretKey();
        return access == null || access.isBlank() || secret == null
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(access, secret));
    }
}
