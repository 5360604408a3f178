package io.microblog.local.launcher;

import java.util.Set;

/**
 * One of our own services, or a further copy of it on a port of its own.
 *
 * @param node numbers the ids that it makes, 0 to 63; no two that run at once may share it
 */
record Service(String name, int port, int node, Set<Use> uses) {

    private static final int NODES = 64;
    private static final int FIRST_NODE_OF_COPIES = 16;

    /** What a service uses beside HTTP. */
    enum Use {
        DATABASE(Topology.POSTGRESQL, true),
        EVENTS(Topology.KAFKA, true),
        INDEX(Topology.ELASTICSEARCH, false),
        MAIL(Topology.SANDBOXES, false),
        PUSH(Topology.SANDBOXES, false),
        TRANSLATOR(Topology.SANDBOXES, false),
        ENCRYPTION(Topology.POSTGRESQL, true),
        /** Files that people upload, and the rows that name them. */
        MEDIA(Topology.POSTGRESQL, true);

        private final String part;
        private final boolean needed;

        Use(String part, boolean needed) {
            this.part = part;
            this.needed = needed;
        }

        /** The part that serves it. */
        String part() {
            return part;
        }

        /** Whether a service can only start when that part is ready. */
        boolean isNeeded() {
            return needed;
        }
    }

    Service(String name, int port, int node, Use... uses) {
        this(name, port, node, Set.of(uses));
    }

    int managementPort() {
        return port + 1000;
    }

    /** The name of its database and of its role there, and in upper case the prefix of its variables. */
    String identifier() {
        return name.replace('-', '_');
    }

    /** A copy's node follows from its port. */
    Service copyAt(int otherPort) {
        return new Service(name, otherPort, FIRST_NODE_OF_COPIES + otherPort % (NODES - FIRST_NODE_OF_COPIES), uses);
    }
}
