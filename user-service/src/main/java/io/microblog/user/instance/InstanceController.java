package io.microblog.user.instance;

import java.util.List;

import io.microblog.kit.security.OpenToAll;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Facts about this server for clients. */
@RestController
@OpenToAll
class InstanceController {

    private final InstanceService instance;

    InstanceController(InstanceService instance) {
        this.instance = instance;
    }

    @GetMapping("/api/v2/instance")
    InstanceResponse instance() {
        return instance.describe();
    }

    @GetMapping("/api/v1/instance")
    InstanceResponse.V1 instanceV1() {
        return instance.describeV1();
    }

    /** Nobody: this server speaks the client API and not to other servers. The other lists have no entries yet. */
    @GetMapping({"/api/v1/instance/peers", "/api/v1/instance/rules", "/api/v1/custom_emojis"})
    List<Object> none() {
        return List.of();
    }
}
