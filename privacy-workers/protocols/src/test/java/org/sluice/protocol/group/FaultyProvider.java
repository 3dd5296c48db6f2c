package org.sluice.protocol.group;

import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyFactorySpi;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.util.HexFormat;
import javax.crypto.KeyAgreement;
import javax.crypto.KeyAgreementSpi;
import javax.crypto.SecretKey;

/** ECDH of the platform, of which one agreement gives the base point's x-coordinate in place of its own. */
final class FaultyProvider extends Provider {

    private static final byte[] WRONG =
            HexFormat.of().parseHex("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296");

    private static final long serialVersionUID = 1;

    private int untilWrong = Integer.MAX_VALUE;

    FaultyProvider() {
        super("Faulty", "1", "");
        putService(new Service(this, "KeyFactory", "EC", Keys.class.getName(), null, null) {
            @Override
            public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
                return new Keys();
            }
        });
        putService(new Service(this, "KeyAgreement", "ECDH", Agreement.class.getName(), null, null) {
            @Override
            public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
                return new Agreement();
            }
        });
    }

    /** After so many right ones. */
    void failAfter(int agreements) {
        untilWrong = agreements;
    }

    boolean hasFailed() {
        return untilWrong < 0;
    }

    private static final class Keys extends KeyFactorySpi {

        private final KeyFactory right;

        Keys() throws NoSuchAlgorithmException {
            right = KeyFactory.getInstance("EC");
        }

        @Override
        protected PublicKey engineGeneratePublic(KeySpec spec) throws InvalidKeySpecException {
            return right.generatePublic(spec);
        }

        @Override
        protected PrivateKey engineGeneratePrivate(KeySpec spec) throws InvalidKeySpecException {
            return right.generatePrivate(spec);
        }

        @Override
        protected <T extends KeySpec> T engineGetKeySpec(Key key, Class<T> spec) throws InvalidKeySpecException {
            return right.getKeySpec(key, spec);
        }

        @Override
        protected Key engineTranslateKey(Key key) throws InvalidKeyException {
            return right.translateKey(key);
        }
    }

    private final class Agreement extends KeyAgreementSpi {

        private final KeyAgreement right;

        Agreement() throws NoSuchAlgorithmException {
            right = KeyAgreement.getInstance("ECDH");
        }

        @Override
        protected void engineInit(Key key, SecureRandom random) throws InvalidKeyException {
            right.init(key);
        }

        @Override
        protected void engineInit(Key key, AlgorithmParameterSpec parameters, SecureRandom random)
                throws InvalidKeyException {
            right.init(key);
        }

        @Override
        protected Key engineDoPhase(Key key, boolean last) throws InvalidKeyException {
            return right.doPhase(key, last);
        }

        @Override
        protected byte[] engineGenerateSecret() {
            byte[] secret = right.generateSecret();
            return untilWrong-- == 0 ? WRONG.clone() : secret;
        }

        @Override
        protected int engineGenerateSecret(byte[] secret, int offset) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected SecretKey engineGenerateSecret(String algorithm) {
            throw new UnsupportedOperationException();
        }
    }
}
