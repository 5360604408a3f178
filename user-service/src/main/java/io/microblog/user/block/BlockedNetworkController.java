package io.microblog.user.block;

import java.util.List;

import io.microblog.kit.security.InternalOnly;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells gateways whom to keep out. They ask every few seconds. */
@RestController
@InternalOnly("gateway")
class BlockedNetworkController {

    private final IpBlocks blocks;

    BlockedNetworkController(IpBlocks blocks) {
        this.blocks = blocks;
    }

    /** @param networks each an address and the length of its prefix, such as 192.0.2.0/24 */
    record Networks(List<String> networks) {}

    @GetMapping("/internal/blocked-networks")
    Networks networks() {
        return new Networks(blocks.withoutAccess());
    }
}
