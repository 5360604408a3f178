package io.microblog.notification;

import io.microblog.testing.ServiceArchitecture;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    @Test
    void keepsTheHouseRules() {
        ServiceArchitecture.check("io.microblog.notification");
    }
}
