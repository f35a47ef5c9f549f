// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Stands before a mail server that has no STARTTLS of its own: speaks that one command, and from then on hands on to the other
 * what it is told in the dark. Whatever it was told in the clear it keeps.
 */
final class StartTls implements AutoCloseable {
    private final ServerSocket door;
    private final int behind;
    private final SSLContext tls;
    private final List<String> clear = new CopyOnWriteArrayList<>();

    /** @param store with a key, as the fixture of certificates makes it */
    StartTls(String address, Path store, String password, int behind) throws IOException, GeneralSecurityException {
        this.door = new ServerSocket(0, 10, InetAddress.getByName(address));
        this.behind = behind;
        this.tls = tls(store, password.toCharArray());
        Thread.ofVirtual().start(this::open);
    }

    private static SSLContext tls(Path store, char[] password) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, password);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), null, null);
        return context;
    }

    int port() {
        return door.getLocalPort();
    }

    /** The commands that anybody on the way could read. */
    List<String> inTheClear() {
        return List.copyOf(clear);
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                Thread.ofVirtual().start(() -> quietly(() -> serve(caller)));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket caller) throws IOException {
        try (caller) {
            say(caller, "220 here");
            String line = line(caller.getInputStream());
            while (!line.isEmpty()) {
                clear.add(line.split(" ", 2)[0]);
                if (line.equalsIgnoreCase("STARTTLS")) {
                    say(caller, "220 go on");
                    handOn(caller);
                    return;
                }
                say(caller, line.startsWith("EHLO") ? "250-here\r\n250 STARTTLS" : "530 first STARTTLS");
                line = line(caller.getInputStream());
            }
        }
    }

    private void handOn(Socket caller) throws IOException {
        try (SSLSocket dark = (SSLSocket) tls.getSocketFactory().createSocket(caller, "here", caller.getPort(), true);
                Socket server = new Socket(InetAddress.getByName("127.0.0.1"), behind)) {
            dark.setUseClientMode(false);
            dark.startHandshake();
            line(server.getInputStream()); // its greeting: the caller has had one
            Thread.ofVirtual()
                    .start(() -> quietly(() -> {
                        server.getInputStream().transferTo(dark.getOutputStream());
                        dark.close();
                    }));
            dark.getInputStream().transferTo(server.getOutputStream());
        }
    }

    private static void say(Socket to, String line) throws IOException {
        OutputStream out = to.getOutputStream();
        out.write((line + "\r\n").getBytes(US_ASCII));
        out.flush();
    }

    /** Without reading on: what comes next may be a handshake. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    /** What is said to each other. */
    private interface Talk {
        void run() throws IOException;
    }

    private static void quietly(Talk talk) {
        try {
            talk.run();
        } catch (IOException e) {
            // whoever hung up has heard enough, or did not like the certificate
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
