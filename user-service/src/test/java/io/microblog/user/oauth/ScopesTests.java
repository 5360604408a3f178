package io.microblog.user.oauth;

import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScopesTests {

    @Test
    void parentsCoverTheirChildren() {
        assertThat(Scopes.cover(Set.of("read"), Set.of("read:statuses", "read")))
                .isTrue();
        assertThat(Scopes.cover(Set.of("admin:read"), Set.of("admin:read:accounts")))
                .isTrue();
        assertThat(Scopes.cover(Set.of("read:statuses"), Set.of("read"))).isFalse();
        assertThat(Scopes.cover(Set.of("read"), Set.of("write"))).isFalse();
        assertThat(Scopes.cover(Set.of("read"), Set.of("admin:read"))).isFalse();
        assertThat(Scopes.cover(Set.of("read"), Set.of("read:nonsense"))).isFalse();
    }

    @Test
    void readsBothSeparators() {
        assertThat(Scopes.parse(" read  write+follow read")).containsExactly("read", "write", "follow");
    }

    @Test
    void followMeansTheModernOnes() {
        assertThat(Scopes.expanded(Set.of("follow"))).contains("follow", "write:follows", "read:blocks");
        assertThat(Scopes.expanded(Set.of("read"))).containsExactly("read");
    }
}
