package io.microblog.user.portrait;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.microblog.event.AccountEvent.UserProfileUpdated;
import io.microblog.testing.HostileImages;
import io.microblog.testing.Pictures;
import io.microblog.user.Browser.Answer;
import io.microblog.user.Heard;
import io.microblog.user.IntegrationTest;
import io.microblog.user.World;
import io.microblog.user.World.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@IntegrationTest
class PortraitIntegrationTests {

    private static final String UPDATE = "/api/v1/accounts/update_credentials";

    @Autowired
    World world;

    @Autowired
    Heard heard;

    private Person alice = World.NOBODY;

    @BeforeEach
    void meet() {
        alice = world.aPerson("alice");
    }

    @Test
    void anAvatarIsCroppedServedAndTold() {
        Answer me = world.as(alice).patchFile(UPDATE, "avatar", Pictures.jpeg(1200, 800));

        assertThat(me.status()).as(me.body()).isEqualTo(200);
        String avatar = me.json().get("avatar").asString();
        assertThat(avatar).matches("http://localhost:8080/avatars/[0-9a-f]{40}\\.jpg");
        assertThat(me.json().get("avatar_static").asString()).isEqualTo(avatar);
        assertThat(me.json().get("header").asString()).endsWith("/headers/original/missing.png");
        BufferedImage shown = Pictures.decode(world.browser().download(avatar));
        assertThat(shown.getWidth()).isEqualTo(400);
        assertThat(shown.getHeight()).isEqualTo(400);
        Answer served = world.browser().get(avatar);
        assertThat(served.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(served.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(served.header("Cache-Control")).contains("immutable");
        assertThat(served.header("Content-Security-Policy")).contains("sandbox");
        await().untilAsserted(() -> assertThat(updates()).singleElement().satisfies(event -> {
            assertThat(event.account().version()).isEqualTo(2);
            assertThat("http://localhost:8080" + event.account().avatar()).isEqualTo(avatar);
            assertThat(event.account().header()).isNull();
        }));
    }

    @Test
    void anAnimatedAvatarHasAStillOne() {
        Answer me = world.as(alice).patchFile(UPDATE, "avatar", Pictures.animatedGif(500, 500, 3));

        String moving = avatarOf(me);
        String still = me.json().get("avatar_static").asString();
        assertThat(moving).endsWith(".gif");
        assertThat(still).isEqualTo(moving.replace(".gif", ".png"));
        assertThat(Pictures.pictures(world.browser().download(moving))).isEqualTo(3);
        assertThat(Pictures.decode(world.browser().download(still)).getWidth()).isEqualTo(400);
        assertThat(world.browser().get(still).header("Content-Type")).isEqualTo("image/png");
        world.as(alice).delete("/api/v1/profile/avatar");
        await().until(() -> world.browser().get(moving).status() == 404
                && world.browser().get(still).status() == 404);
    }

    @Test
    void anAnimatedHeaderHasAStillOne() {
        Answer me = world.as(alice).patchFile(UPDATE, "header", Pictures.animatedGif(600, 200, 2));

        assertThat(me.json().get("header").asString()).endsWith(".gif");
        assertThat(me.json().get("header_static").asString()).endsWith(".png");
    }

    @Test
    void refusesWhatTakesMoreWorkThanItIsWorth() {
        for (byte[] bad : List.of(HostileImages.progressiveJpeg(), HostileImages.webpOfManyCodes())) {
            assertThat(world.as(alice).patchFile(UPDATE, "avatar", bad).status())
                    .isEqualTo(422);
        }
    }

    @Test
    void aHeaderIsWide() {
        Answer me = world.as(alice).patchFile(UPDATE, "header", Pictures.png(3000, 2000));

        BufferedImage shown =
                Pictures.decode(world.browser().download(me.json().get("header").asString()));
        assertThat(shown.getWidth()).isEqualTo(1500);
        assertThat(shown.getHeight()).isEqualTo(500);
    }

    @Test
    void aNewAvatarReplacesTheOldOneForGood() {
        String old = avatarOf(world.as(alice).patchFile(UPDATE, "avatar", Pictures.jpeg(80, 80)));

        String young = avatarOf(world.as(alice).patchFile(UPDATE, "avatar", Pictures.jpeg(90, 90)));

        assertThat(young).isNotEqualTo(old);
        await().until(() -> world.browser().get(old).status() == 404);
        assertThat(world.browser().get(young).status()).isEqualTo(200);
    }

    @Test
    void otherChangesLeaveTheImagesAlone() {
        String avatar = avatarOf(world.as(alice).patchFile(UPDATE, "avatar", Pictures.jpeg(80, 80)));

        Answer renamed = world.as(alice).patchJson(UPDATE, "{\"display_name\":\"A\"}");

        assertThat(avatarOf(renamed)).isEqualTo(avatar);
    }

    @Test
    void imagesAreTakenAwayByAnEmptyTextOrTheirOwnEndpoints() {
        world.as(alice).patchFile(UPDATE, "header", Pictures.jpeg(80, 80));
        String avatar = avatarOf(world.as(alice).patchFile(UPDATE, "avatar", Pictures.jpeg(80, 80)));

        Answer without = world.as(alice).delete("/api/v1/profile/avatar");
        Answer bare = world.as(alice).patchJson(UPDATE, "{\"header\":\"\"}");

        assertThat(without.status()).isEqualTo(200);
        assertThat(avatarOf(without)).endsWith("/avatars/original/missing.png");
        assertThat(without.json().get("header").asString()).doesNotContain("missing");
        assertThat(bare.json().get("header").asString()).endsWith("/headers/original/missing.png");
        assertThat(world.as(alice).delete("/api/v1/profile/header").status()).isEqualTo(200);
        await().until(() -> world.browser().get(avatar).status() == 404);
    }

    @Test
    void refusesWhatIsNoImageAndChangesNothing() {
        byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);

        for (byte[] bad : List.of(svg, Pictures.emptyPng(50_000, 50_000))) {
            Answer refused = world.as(alice).patchFile(UPDATE, "avatar", bad);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().get("details").propertyNames()).containsExactly("avatar");
        }
        Answer text = world.as(alice).patchJson(UPDATE, "{\"header\":\"https://example.org/x.png\"}");
        assertThat(text.json().get("details").propertyNames()).containsExactly("header");
        assertThat(world.as(alice)
                        .patchFile(UPDATE, "avatar", new byte[17 << 20])
                        .status())
                .isEqualTo(413);
        assertThat(updates()).isEmpty();
    }

    @Test
    void theInstanceTellsWhatImagesMayBe() {
        var limits = world.browser().get("/api/v2/instance").json().at("/configuration/media_attachments");

        assertThat(limits.get("image_size_limit").asLong()).isEqualTo(16 << 20);
        assertThat(limits.get("image_matrix_limit").asLong()).isEqualTo(33_177_600);
        assertThat(limits.get("description_limit").asInt()).isEqualTo(1500);
        assertThat(limits.get("supported_mime_types").valueStream().map(type -> type.asString()))
                .containsExactly("image/jpeg", "image/png", "image/gif", "image/webp");
    }

    private static String avatarOf(Answer me) {
        assertThat(me.status()).as(me.body()).isEqualTo(200);
        return me.json().get("avatar").asString();
    }

    private List<UserProfileUpdated> updates() {
        return heard.all(UserProfileUpdated.class, event -> event.account().id() == alice.id());
    }
}
