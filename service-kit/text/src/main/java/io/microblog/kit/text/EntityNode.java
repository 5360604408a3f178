package io.microblog.kit.text;

import org.commonmark.node.CustomNode;

/** An entity's place in the syntax tree. */
final class EntityNode extends CustomNode {

    private final Entity longest;
    private Entity entity;

    EntityNode(Entity entity) {
        this(entity, entity);
    }

    /**
     * An entity whose end is not known yet.
     *
     * @param longest what it is if all underscores after it belong to it
     */
    EntityNode(Entity entity, Entity longest) {
        this.entity = entity;
        this.longest = longest;
    }

    Entity entity() {
        return entity;
    }

    Entity longest() {
        return longest;
    }

    void become(Entity other) {
        entity = other;
    }
}
