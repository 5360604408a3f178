package io.microblog.gateway.routing;

/**
 * Requests that share connections to a service. Each kind has its own, so that what is slow of one kind, such as uploads
 * from bad networks or pictures for them, leaves the others theirs.
 */
public enum TrafficClass {
    /** Small requests and answers. */
    API(500),
    /** Large bodies, which come as slowly as clients send them. */
    UPLOADS(100),
    /** Pictures, and what strangers are shown of a page: answers that leave as slowly as clients read them. */
    PICTURES(200),
    /** Live streams: each keeps its connection for as long as it lasts. */
    STREAMS(20_000),
    /** What the gateway asks for itself. */
    OWN(100);

    private final int connections;

    TrafficClass(int connections) {
        this.connections = connections;
    }

    /** For each copy of a service. */
    int connections() {
        return connections;
    }
}
