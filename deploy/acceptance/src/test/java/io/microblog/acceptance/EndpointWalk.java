package io.microblog.acceptance;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import javax.imageio.ImageIO;

/** Calls endpoints that the other tests have no use for; the contract tests look at what they answer. */
abstract class EndpointWalk {

    static final Person ALICE = Person.signUp("alice");
    static final Person BOB = Person.signUp("bob");

    final Http anyone = new Http();

    static void get(Http api, String... paths) {
        for (String path : paths) {
            api.get(path).expect(200);
        }
    }

    static void post(Http api, String... paths) {
        for (String path : paths) {
            api.post(path, Map.of()).expect(200);
        }
    }

    /** Uploads a picture of Alice's and returns its id. */
    static String upload(String path) {
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ALICE.api
                .upload(path, "file", "square.png", file.toByteArray())
                .expect(200)
                .json()
                .get("id")
                .asString();
    }
}
