package io.microblog.notification.stream;

import io.microblog.internal.StreamApi;
import io.microblog.kit.problem.NotAllowed;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.problem.TooManyRequests;
import io.microblog.kit.security.Caller;
import org.springframework.stereotype.Component;

/** Decides who may listen to what. Whether each news is for them is decided when it comes. */
@Component
class Subscriptions {

    private final StreamApi posts;
    private final StreamProperties properties;

    Subscriptions(StreamApi posts, StreamProperties properties) {
        this.posts = posts;
        this.properties = properties;
    }

    /**
     * Lets a channel reach a listener from now on.
     *
     * @throws NotAllowed when the token does not cover it
     * @throws NotFound when it is a list and not the caller's
     * @throws TooManyRequests when the connection has as many as are allowed
     */
    void add(Listener listener, Channel channel, Caller caller) {
        check(channel, caller);
        if (listener.channels().size() >= properties.subscriptions()) {
            throw new TooManyRequests(properties.heartbeat());
        }
        listener.channels().add(channel);
    }

    /** The same without an effect: what is thrown before there is a connection is an answer to the request. */
    void check(Channel channel, Caller caller) {
        if (!caller.hasScope(channel.scope())) {
            throw new NotAllowed("This action is outside the authorized scopes");
        }
        if (channel.timeline() == Timeline.LIST) {
            posts.list(channel.list(), caller.requireAccount());
        }
    }
}
