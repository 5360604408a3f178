package io.microblog.kit.text;

import org.commonmark.node.CustomNode;

/** An entity's place in the syntax tree. */
final class EntityNode extends CustomNode {

    private final Entity entity;

    EntityNode(Entity entity) {
        this.entity = entity;
    }

    Entity entity() {
        return entity;
    }
}
