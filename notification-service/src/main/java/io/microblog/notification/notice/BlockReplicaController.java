package io.microblog.notification.notice;

import java.util.List;

import io.microblog.event.RelationshipState;
import io.microblog.internal.RelationshipReplicaApi;
import io.microblog.kit.security.InternalOnly;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes over blocks and mutes that have to be in force before their event arrives, which says the same. */
@RestController
@InternalOnly("user-service")
class BlockReplicaController implements RelationshipReplicaApi {

    private final BlockReplica blocks;
    private final Removals removals;

    BlockReplicaController(BlockReplica blocks, Removals removals) {
        this.blocks = blocks;
        this.removals = removals;
    }

    @Override
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void put(List<RelationshipState> states) {
        for (RelationshipState state : states) {
            if (blocks.put(state) && state.blocks()) {
                removals.removeFrom(state.fromId(), state.toId());
            }
        }
    }
}
