package io.microblog.translation;

import io.microblog.testing.ServiceArchitecture;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    @Test
    void keepsTheHouseRules() {
        ServiceArchitecture.check("io.microblog.translation");
    }
}
