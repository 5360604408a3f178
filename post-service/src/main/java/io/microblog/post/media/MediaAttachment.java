package io.microblog.post.media;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.microblog.kit.web.BaseUrl;
import io.microblog.post.media.Media.Picture;
import org.jspecify.annotations.Nullable;

/**
 * The API's {@code MediaAttachment} (docs.joinmastodon.org/entities/MediaAttachment).
 *
 * @param id decimal
 * @param type always {@code image}, for an animation too: clients play what is called {@code gifv} as a video
 * @param url the image; an animation where it ends with {@code .gif}
 * @param previewUrl a smaller one, always still
 * @param remoteUrl always null: everything is local
 * @param previewRemoteUrl the same
 * @param textUrl no longer in use
 * @param meta sizes and focus
 * @param description for those who do not see it
 * @param blurhash a blurred impression
 */
public record MediaAttachment(
        String id,
        String type,
        String url,
        String previewUrl,
        @Nullable String remoteUrl,
        @Nullable String previewRemoteUrl,
        @Nullable String textUrl,
        Meta meta,
        @Nullable String description,
        String blurhash) {

    /**
     * What clients make room by.
     *
     * @param focus left out when there is none
     */
    record Meta(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Focus focus,

            Size original,
            Size small) {}

    /**
     * The size of a picture.
     *
     * @param size both in one text
     * @param aspect width by height
     */
    record Size(int width, int height, String size, double aspect) {

        static Size of(Picture picture) {
            return new Size(
                    picture.width(),
                    picture.height(),
                    picture.width() + "x" + picture.height(),
                    (double) picture.width() / picture.height());
        }
    }

    static MediaAttachment of(Media media, BaseUrl base) {
        return new MediaAttachment(
                Long.toString(media.id()),
                "image",
                url(media.file(), base),
                url(media.preview(), base),
                null,
                null,
                null,
                new Meta(media.focus(), Size.of(media.file()), Size.of(media.preview())),
                media.description(),
                media.blurhash());
    }

    /** The same with what was said of it at another time. */
    public MediaAttachment described(@Nullable String text) {
        return new MediaAttachment(
                id, type, url, previewUrl, remoteUrl, previewRemoteUrl, textUrl, meta, text, blurhash);
    }

    private static String url(Picture picture, BaseUrl base) {
        return base.resolve("/media/" + picture.key());
    }
}
