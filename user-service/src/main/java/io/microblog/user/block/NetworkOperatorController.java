package io.microblog.user.block;

import java.util.Map;

import io.microblog.kit.security.InternalOnly;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The way back for administrators who kept themselves out: {@code ./microblog admin let-in}. */
@RestController
@InternalOnly("launcher")
class NetworkOperatorController {

    private final IpBlocks blocks;

    NetworkOperatorController(IpBlocks blocks) {
        this.blocks = blocks;
    }

    @PostMapping("/internal/admin/networks/{address}/let-in")
    Map<String, String> letIn(@PathVariable String address) {
        blocks.letIn(address);
        return Map.of("address", address);
    }
}
