package io.microblog.acceptance;

import java.util.Map;

/** Calls endpoints that the other tests have no use for; the contract tests look at what they answer. */
abstract class EndpointWalk {

    static final Person ALICE = Person.signUp("alice");
    static final Person BOB = Person.signUp("bob");

    final Http anyone = new Http();

    static void get(Http api, String... paths) {
        for (String path : paths) {
            api.get(path).expect(200);
        }
    }

    static void post(Http api, String... paths) {
        for (String path : paths) {
            api.post(path, Map.of()).expect(200);
        }
    }
}
