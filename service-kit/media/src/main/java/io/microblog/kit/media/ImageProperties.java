package io.microblog.kit.media;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the images that people send.
 *
 * @param maxBytes of a file
 * @param maxPixels of a picture; what a file says of its size is believed and never decoded above this
 * @param memory what all decoding of one service may take of its heap at a time; a picture that takes more is refused, which
 *     with the defaults concerns only WebP files above some 16 megapixels
 * @param nativeMemory what decoding may take beside the heap at a time: a JPEG file in many scans is kept there whole, with
 *     two or three bytes a pixel, or six where colours are as fine as light
 * @param patience how long an upload waits for its turn before it is answered with 503
 */
@ConfigurationProperties("microblog.images")
public record ImageProperties(
        @DefaultValue("16MB") DataSize maxBytes,
        @DefaultValue("33177600") long maxPixels,
        @DefaultValue("108MB") DataSize memory,
        @DefaultValue("72MB") DataSize nativeMemory,
        @DefaultValue("10s") Duration patience) {}
