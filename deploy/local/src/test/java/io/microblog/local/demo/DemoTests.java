package io.microblog.local.demo;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DemoTests {

    @TempDir
    private Path folder;

    @Test
    void goesOnAfterAnInterruptionAndThenAddsNothing() throws Exception {
        try (StubPlatform platform = new StubPlatform()) {
            platform.breakAfter(100);
            assertThatThrownBy(() -> demo(platform).run("chosen-password"))
                    .isInstanceOf(DemoException.class)
                    .hasMessageContaining("500");
            assertThat(platform.count("statuses")).isEqualTo(100);

            platform.breakAfter(-1);
            Demo.Account account = demo(platform).run("another-password");
            int posts = Script.load().conversations().stream()
                    .mapToInt(conversation -> conversation.size())
                    .sum();
            assertThat(account).isEqualTo(new Demo.Account("lena_k@example.org", "chosen-password", true));
            assertThat(platform.count("accounts")).isEqualTo(60);
            assertThat(platform.count("update_credentials")).isEqualTo(60);
            assertThat(platform.count("statuses")).isEqualTo(posts);
            assertThat(platform.count("follow")).isGreaterThan(500);

            int favourites = platform.count("favourite");
            assertThat(favourites).isGreaterThan(400);
            assertThat(demo(platform).run("another-password").added()).isFalse();
            assertThat(platform.count("statuses")).isEqualTo(posts);
            assertThat(platform.count("favourite")).isEqualTo(favourites);
        }
    }

    private Demo demo(StubPlatform platform) {
        return new Demo(platform.address(), platform.address(), "token", folder.resolve("demo"), (_, _, _) -> {});
    }
}
