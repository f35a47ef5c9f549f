// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

import java.util.Base64;
import java.util.Random;

/** What QR codes of one-time passwords say: an account, or a whole export with many. All made up. */
final class Texts {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Texts() {}

    static String account(Random chance) {
        StringBuilder seed = new StringBuilder();
        int length = chance.nextBoolean() ? 32 : 52;
        for (int i = 0; i < length; i++) {
            seed.append(BASE32.charAt(chance.nextInt(BASE32.length())));
        }
        return "otpauth://totp/Example%20Corp:person" + chance.nextInt(1000) + "%40example.com?secret=" + seed
                + "&issuer=Example%20Corp&algorithm=SHA1&digits=6&period=30";
    }

    /** @param accounts each takes about 70 bytes; ten of them are what an export puts into one code */
    static String export(Random chance, int accounts) {
        byte[] bytes = new byte[70 * accounts];
        chance.nextBytes(bytes);
        String data = Base64.getEncoder().encodeToString(bytes);
        return "otpauth-migration://offline?data="
                + data.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D");
    }
}
