// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.unlocking;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * KMS as far as Cofactor needs it: it checks each signature in its own way, binds the encryption context, and fails as it
 * is told.
 */
final class KmsStandIn implements AutoCloseable {
    static final String ARN = "arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    static final String ID = "AKIDEXAMPLE";
    static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    final Deque<Fault> faults = new ArrayDeque<>();
    final AtomicInteger asked = new AtomicInteger();
    String expectedToken = "";

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final ExecutorService answering = Executors.newSingleThreadExecutor();
    private final byte[] key = new byte[16];

    /**
     * What it answers instead.
     *
     * @param body of a redirect, where it leads to
     * @param delayMillis before the answer begins
     * @param dripMillis between two bytes of it
     */
    record Fault(int status, String body, long delayMillis, long dripMillis) {
        Fault(int status, String body, long delayMillis) {
            this(status, body, delayMillis, 0);
        }

        static Fault of(String kind) {
            return new Fault(400, "{\"__type\":\"" + kind + "\",\"message\":\"a secret of somebody\"}", 0);
        }
    }

    KmsStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(answering);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        answering.shutdownNow(); // whoever would take his time still
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        byte[] body = exchange.getRequestBody().readAllBytes();
        Fault fault = faults.poll();
        String answer;
        int status;
        try {
            if (fault != null) {
                Thread.sleep(fault.delayMillis());
                status = fault.status();
                answer = fault.body();
            } else if (!isSigned(exchange, body)) {
                status = 400;
                answer = "{\"__type\":\"InvalidSignatureException\"}";
            } else {
                answer = done(exchange.getRequestHeaders().getFirst("x-amz-target"), json.readTree(body));
                status = 200;
            }
        } catch (AEADBadTagException e) {
            status = 400;
            answer = "{\"__type\":\"com.amazonaws.kms#InvalidCiphertextException\"}";
        } catch (GeneralSecurityException | InterruptedException e) {
            throw new IOException(e);
        }
        if (status / 100 == 3) {
            exchange.getResponseHeaders().set("Location", answer);
        }
        write(exchange, status, answer.getBytes(UTF_8), fault == null ? 0 : fault.dripMillis());
    }

    private static void write(HttpExchange exchange, int status, byte[] bytes, long dripMillis) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        int portion = dripMillis == 0 ? bytes.length : 1;
        try {
            for (int at = 0; at < bytes.length; at += portion) {
                exchange.getResponseBody().write(bytes, at, portion);
                exchange.getResponseBody().flush();
                Thread.sleep(dripMillis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    /** From now on it has another key under the same name. */
    void turnKey() {
        key[0] ^= 1;
    }

    private String done(String target, JsonNode asked) throws GeneralSecurityException, IOException {
        boolean encrypts = target.equals("TrentService.Encrypt");
        byte[] input = asked.get(encrypts ? "Plaintext" : "CiphertextBlob").binaryValue();
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                encrypts ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(128, nonce(asked.get("EncryptionContext"))));
        cipher.updateAAD(asked.get("EncryptionContext").toString().getBytes(UTF_8));
        String output = Base64.getEncoder().encodeToString(cipher.doFinal(input));
        return json.writeValueAsString(Map.of(
                "KeyId", asked.get("KeyId").asText(), encrypts ? "CiphertextBlob" : "Plaintext", output, "Other", 7));
    }

    private static byte[] nonce(JsonNode context) throws GeneralSecurityException {
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(context.toString().getBytes(UTF_8));
        return java.util.Arrays.copyOf(hash, 12);
    }

    /** Signature Version 4 once more, from what came over the wire. */
    private boolean isSigned(HttpExchange exchange, byte[] body) throws GeneralSecurityException {
        var headers = exchange.getRequestHeaders();
        String[] said = headers.getFirst("authorization").split("(Credential=|, SignedHeaders=|, Signature=)");
        String scope = said[1].substring(said[1].indexOf('/') + 1);
        var request = new StringBuilder(exchange.getRequestMethod()).append("\n/\n\n");
        for (String name : said[2].split(";")) {
            request.append(name).append(':').append(headers.getFirst(name)).append('\n');
        }
        request.append('\n').append(said[2]).append('\n').append(sha256(body));
        byte[] derived = ("AWS4" + SECRET).getBytes(UTF_8);
        for (String part : scope.split("/")) {
            derived = hmac(derived, part);
        }
        String toSign = "AWS4-HMAC-SHA256\n" + headers.getFirst("x-amz-date") + "\n" + scope + "\n"
                + sha256(request.toString().getBytes(UTF_8));
        boolean all = said[2].startsWith("content-type;host;x-amz-date;")
                && said[2].endsWith("x-amz-target")
                && scope.endsWith("/eu-central-1/kms/aws4_request")
                && said[1].startsWith(ID + "/");
        String token = headers.getFirst("x-amz-security-token");
        return all
                && expectedToken.equals(token == null ? "" : token)
                && said[2].contains("security-token") == !expectedToken.isEmpty()
                && HexFormat.of().formatHex(hmac(derived, toSign)).equals(said[3]);
    }

    private static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static byte[] hmac(byte[] key, String message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message.getBytes(UTF_8));
    }
}
