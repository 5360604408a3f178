package io.microblog.local.sandbox.push;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/** Keys of P-256, and their points as bytes: 4, x, y. */
final class Curve {

    private static final int NUMBER = 32;
    private static final int POINT = 1 + 2 * NUMBER;

    private Curve() {}

    static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] point(ECPublicKey key) {
        var point = new byte[POINT];
        point[0] = 4;
        put(key.getW().getAffineX(), point, 1);
        put(key.getW().getAffineY(), point, 1 + NUMBER);
        return point;
    }

    /** @throws GeneralSecurityException when the bytes are none */
    static ECPublicKey key(byte[] point) throws GeneralSecurityException {
        if (point.length != POINT || point[0] != 4) {
            throw new GeneralSecurityException("Not a point of P-256");
        }
        var x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + NUMBER));
        var y = new BigInteger(1, Arrays.copyOfRange(point, 1 + NUMBER, POINT));
        return (ECPublicKey)
                KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), parameters()));
    }

    static ECParameterSpec parameters() throws GeneralSecurityException {
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    private static void put(BigInteger number, byte[] target, int at) {
        var bytes = number.toByteArray();
        var length = Math.min(bytes.length, NUMBER);
        System.arraycopy(bytes, bytes.length - length, target, at + NUMBER - length, length);
    }
}
