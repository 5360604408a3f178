package io.microblog.notification.push.encryption;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MessageEncryptionTests {

    /** RFC 8291, 5 and appendix A. */
    @Test
    void encryptsAsTheExampleOfTheStandard() {
        var keys = new SubscriptionKeys(
                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
                "BTBZMqHH6r4Tts7J_aSIgg");
        KeyPair own = pair("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw");
        byte[] salt = Base64Text.decode("DGv6ra1nlYgDCS1FRnbzlw");

        byte[] sealed = MessageEncryption.standard(ascii("When I grow up, I want to be a watermelon"), keys, own, salt);

        assertThat(Base64Text.encode(sealed))
                .isEqualTo(
                        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS"
                                + "6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Q"
                                + "ulcy4a-fN");
    }

    /** draft-ietf-webpush-encryption-04, 5. */
    @Test
    void encryptsAsTheExampleOfTheDraft() {
        var keys = new SubscriptionKeys(
                "BCEkBjzL8Z3C-oi2Q7oE5t2Np-p7osjGLg93qUP0wvqRT21EEWyf0cQDQcakQMqz4hQKYOQ3il2nNZct4HgAUQU",
                "R29vIGdvbyBnJyBqb29iIQ");
        KeyPair own = pair("nCScek-QpEjmOOlT-rQ38nZzvdPlqa00Zy0i6m2OJvY");
        byte[] salt = Base64Text.decode("lngarbyKfMoi9Z75xYXmkg");

        byte[] sealed = MessageEncryption.draft(ascii("I am the walrus"), keys, own, salt);

        assertThat(Base64Text.encode(sealed)).isEqualTo("6nqAQUME8hNqw5J3kl8cpVVJylXKYqZOeseZG8UueKpA");
    }

    private static KeyPair pair(String scalar) {
        var privateKey = P256.privateKey(Base64Text.decode(scalar));
        return new KeyPair(P256.publicKeyOf(privateKey), privateKey);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
