// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Says what no decent client would say, byte for byte. */
record RawHttp(int port) {

    /** The one under test; its port is known to RestAssured. */
    static RawHttp toServer() {
        return new RawHttp(RestAssured.port);
    }

    /** @param head request line and headers, without Host and the empty line */
    String send(String head, String body) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            String request =
                    head.strip().replace("\n", "\r\n") + "\r\nHost: cofactor.test\r\nConnection: close\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String send(String head) {
        return send(head, "");
    }

    String post(String path, String type, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return send("POST " + path + " HTTP/1.1\nContent-Type: " + type + "\nContent-Length: " + length, body);
    }

    /** Leaves in the middle of it: no answer is waited for. */
    void sendAndHangUp(String head) {
        try (Socket socket = new Socket("localhost", port)) {
            String request = head.strip().replace("\n", "\r\n") + "\r\nHost: cofactor.test\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
