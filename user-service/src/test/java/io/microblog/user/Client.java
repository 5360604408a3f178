package io.microblog.user;

import java.util.Map;

import io.microblog.user.World.Person;
import tools.jackson.databind.JsonNode;

/** An app that acts for somebody: all it sends carries their token, as the gateway passes it on. */
public final class Client extends Browser {

    Client(int port, String jwt) {
        super(port, "Authorization", "Bearer " + jwt);
    }

    public Answer follow(Person whom) {
        return follow(whom, Map.of());
    }

    public Answer follow(Person whom, Map<String, String> options) {
        return act("follow", whom, options);
    }

    public Answer unfollow(Person whom) {
        return act("unfollow", whom, Map.of());
    }

    public Answer removeFollower(Person whom) {
        return act("remove_from_followers", whom, Map.of());
    }

    public Answer block(Person whom) {
        return act("block", whom, Map.of());
    }

    public Answer unblock(Person whom) {
        return act("unblock", whom, Map.of());
    }

    public Answer mute(Person whom) {
        return mute(whom, Map.of());
    }

    public Answer mute(Person whom, Map<String, String> options) {
        return act("mute", whom, options);
    }

    public Answer unmute(Person whom) {
        return act("unmute", whom, Map.of());
    }

    public Answer note(Person whom, String comment) {
        return act("note", whom, Map.of("comment", comment));
    }

    /** Lets somebody follow who asked. */
    public Answer admit(Person whom) {
        return post("/api/v1/follow_requests/" + whom.id() + "/authorize", Map.of());
    }

    /** Refuses somebody who asked. */
    public Answer reject(Person whom) {
        return post("/api/v1/follow_requests/" + whom.id() + "/reject", Map.of());
    }

    /** Wants to be asked by followers, or no longer. */
    public void lock(boolean locked) {
        updateProfile("{\"locked\":" + locked + "}");
    }

    public Answer updateProfile(String json) {
        return patchJson("/api/v1/accounts/update_credentials", json);
    }

    public JsonNode ownAccount() {
        return get("/api/v1/accounts/verify_credentials").json();
    }

    public JsonNode relationshipTo(Person whom) {
        return get("/api/v1/accounts/relationships?id=" + whom.id()).json().get(0);
    }

    private Answer act(String verb, Person whom, Map<String, String> form) {
        return post("/api/v1/accounts/" + whom.id() + "/" + verb, form);
    }
}
