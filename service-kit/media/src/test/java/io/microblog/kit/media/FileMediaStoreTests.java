package io.microblog.kit.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FileMediaStoreTests extends MediaStoreContract {

    @TempDir
    private Path folder;

    @Test
    void leavesNothingButTheFile() throws IOException {
        MediaKey key = MediaKey.random(ImageFormat.JPEG);

        store().put(key, BYTES);

        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .containsExactly(folder.resolve("new")
                            .resolve(key.value().substring(0, 2))
                            .resolve(key.value()));
        }
    }

    @Override
    MediaStore store() {
        return new FileMediaStore(folder.resolve("new"));
    }

    @Test
    void nothingButAKeyNamesAFile() {
        for (String name : new String[] {"../../etc/passwd", "", "x.jpg", "0".repeat(40), "0".repeat(40) + ".svg"}) {
            assertThat(MediaKey.parse(name)).isEmpty();
            assertThatThrownBy(() -> new MediaKey(name)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(MediaKey.random(ImageFormat.PNG)).isNotEqualTo(MediaKey.random(ImageFormat.PNG));
    }
}
