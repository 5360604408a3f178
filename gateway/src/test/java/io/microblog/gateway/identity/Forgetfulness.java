package io.microblog.gateway.identity;

import org.springframework.boot.test.context.TestComponent;

/** Lets each test begin with a gateway that has asked about no credential, also when it is run once more. */
@TestComponent
public class Forgetfulness {

    private final TokenCache tokens;

    Forgetfulness(TokenCache tokens) {
        this.tokens = tokens;
    }

    public void forget() {
        tokens.clear();
    }
}
