package io.microblog.local.sandbox.push;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DecryptionTests {

    /** RFC 8291, 5 and appendix A. */
    @Test
    void readsTheExampleOfTheStandard() throws GeneralSecurityException {
        var subscriber = subscriber(
                "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94",
                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
                "BTBZMqHH6r4Tts7J_aSIgg");

        var text = Decryption.standard(
                bytes("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS"
                        + "6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Q"
                        + "ulcy4a-fN"),
                subscriber);

        assertThat(text).isEqualTo("When I grow up, I want to be a watermelon");
    }

    /** draft-ietf-webpush-encryption-04, 5. */
    @Test
    void readsTheExampleOfTheDraft() throws GeneralSecurityException {
        var subscriber = subscriber(
                "9FWl15_QUQAWDaD3k3l50ZBZQJ4au27F1V4F0uLSD_M",
                "BCEkBjzL8Z3C-oi2Q7oE5t2Np-p7osjGLg93qUP0wvqRT21EEWyf0cQDQcakQMqz4hQKYOQ3il2nNZct4HgAUQU",
                "R29vIGdvbyBnJyBqb29iIQ");

        var text = Decryption.draft(
                bytes("6nqAQUME8hNqw5J3kl8cpVVJylXKYqZOeseZG8UueKpA"),
                bytes("lngarbyKfMoi9Z75xYXmkg"),
                bytes("BNoRDbb84JGm8g5Z5CFxurSqsXWJ11ItfXEWYVLE85Y7CYkDjXsIEc4aqxYaQ1G8BqkXCJ6DPpDrWtdWj_mugHU"),
                subscriber);

        assertThat(text).isEqualTo("I am the walrus");
    }

    @Test
    void refusesWhatIsForSomebodyElse() {
        var other = new Subscriber("other", Curve.newKeys(), new byte[16]);

        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> Decryption.draft(
                        bytes("6nqAQUME8hNqw5J3kl8cpVVJylXKYqZOeseZG8UueKpA"),
                        bytes("lngarbyKfMoi9Z75xYXmkg"),
                        bytes(
                                "BNoRDbb84JGm8g5Z5CFxurSqsXWJ11ItfXEWYVLE85Y7CYkDjXsIEc4aqxYaQ1G8BqkXCJ6DPpDrWtdWj_mugHU"),
                        other));
    }

    private static Subscriber subscriber(String scalar, String point, String auth) throws GeneralSecurityException {
        var privateKey = KeyFactory.getInstance("EC")
                .generatePrivate(new ECPrivateKeySpec(new BigInteger(1, bytes(scalar)), Curve.parameters()));
        return new Subscriber("test", new KeyPair(Curve.key(bytes(point)), privateKey), bytes(auth));
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }
}
