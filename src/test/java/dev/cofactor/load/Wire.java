// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Many connections that each ask again as soon as they are answered, on one thread: it shares two cores with what it
 * measures, so it does as little as can be. Requests are bytes that were made before; of an answer it reads the status and how
 * long it is.
 */
final class Wire {
    private static final int LONGEST_ANSWER = 16 * 1024;
    private static final byte[] END = "\r\n\r\n".getBytes(ISO_8859_1);
    private static final byte[] LENGTH = "content-length: ".getBytes(ISO_8859_1);

    private final List<InetSocketAddress> servers;

    /** @param ports of the servers that share the connections */
    Wire(int... ports) {
        this.servers = Arrays.stream(ports)
                .mapToObj(port -> new InetSocketAddress("127.0.0.1", port))
                .toList();
    }

    /** One connection and the request it waits for. */
    private static final class Line {
        private final SocketChannel channel;
        private final ByteBuffer answer = ByteBuffer.allocateDirect(LONGEST_ANSWER);
        private ByteBuffer asking = ByteBuffer.allocate(0);
        private String said = "";
        private long begun;

        Line(SocketChannel channel) {
            this.channel = channel;
        }
    }

    /** @param requests the next one for a connection; it is sent as it is */
    Seen run(int connections, Duration length, IntFunction<byte[]> requests) throws IOException {
        Seen seen = new Seen();
        Line[] lines = new Line[connections];
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                SocketChannel channel = SocketChannel.open(servers.get(i % servers.size()));
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.configureBlocking(false);
                lines[i] = new Line(channel);
                channel.register(selector, SelectionKey.OP_READ, i);
            }
            try {
                seen.begun();
                serve(selector, lines, length, requests, seen);
                seen.ended();
            } finally {
                for (Line line : lines) {
                    line.channel.close();
                }
            }
        }
        return seen;
    }

    /** @return the status of one answer, on a connection of its own */
    int one(byte[] request) throws IOException {
        try (SocketChannel channel = SocketChannel.open(servers.getFirst())) {
            Line line = new Line(channel);
            ask(line, request);
            int status = 0;
            while (status == 0) {
                status = answered(line);
            }
            return status;
        }
    }

    private static void serve(Selector selector, Line[] lines, Duration length, IntFunction<byte[]> requests, Seen seen)
            throws IOException {
        long end = System.nanoTime() + length.toNanos();
        for (int i = 0; i < lines.length; i++) {
            ask(lines[i], requests.apply(i));
        }
        while (System.nanoTime() < end) {
            selector.select(100);
            for (SelectionKey key : selector.selectedKeys()) {
                int number = (int) key.attachment();
                Line line = lines[number];
                int status = answered(line);
                if (status > 0) {
                    seen.answer(status, System.nanoTime() - line.begun, line.said);
                    ask(line, requests.apply(number));
                }
            }
            selector.selectedKeys().clear();
        }
    }

    /** A request fits into the socket's buffer, so it goes at once. */
    private static void ask(Line line, byte[] request) throws IOException {
        line.asking = ByteBuffer.wrap(request);
        line.begun = System.nanoTime();
        while (line.asking.hasRemaining()) {
            line.channel.write(line.asking);
        }
    }

    /** @return 0 while there is more to come */
    private static int answered(Line line) throws IOException {
        ByteBuffer answer = line.answer;
        if (line.channel.read(answer) < 0) {
            throw new IOException("the server hung up");
        }
        int head = find(answer, END, answer.position());
        if (head < 0) {
            return 0;
        }
        int length = find(answer, LENGTH, head);
        int body = 0;
        for (int at = length + LENGTH.length; length >= 0 && answer.get(at) != '\r'; at++) {
            body = body * 10 + answer.get(at) - '0';
        }
        if (answer.position() < head + END.length + body) {
            return 0;
        }
        int status = (answer.get(9) - '0') * 100 + (answer.get(10) - '0') * 10 + answer.get(11) - '0';
        if (status != 200) {
            byte[] said = new byte[body];
            answer.get(head + END.length, said);
            line.said = new String(said, UTF_8);
        }
        answer.clear();
        return status;
    }

    private static int find(ByteBuffer in, byte[] what, int end) {
        for (int at = 0; at + what.length <= end; at++) {
            int same = 0;
            while (same < what.length && Character.toLowerCase(in.get(at + same)) == what[same]) {
                same++;
            }
            if (same == what.length) {
                return at;
            }
        }
        return -1;
    }

    /** What came back. */
    static final class Seen {
        private static final int MICROS = 50;

        private final int[] times = new int[200_000];
        private final TreeMap<Integer, Integer> statuses = new TreeMap<>();
        private String refusal = "";
        private long begin;
        private long end;
        private long answers;

        private void begun() {
            begin = System.nanoTime();
        }

        private void ended() {
            end = System.nanoTime();
        }

        private void answer(int status, long nanos, String said) {
            answers++;
            if (status != 200) {
                statuses.merge(status, 1, Integer::sum);
                refusal = said;
            }
            times[(int) Math.min(times.length - 1, nanos / (MICROS * 1000L))]++;
        }

        long answers() {
            return answers;
        }

        double perSecond() {
            return answers * 1e9 / (end - begin);
        }

        /** In milliseconds. */
        double percentile(double part) {
            long left = (long) Math.ceil(answers * part);
            for (int i = 0; i < times.length; i++) {
                left -= times[i];
                if (left <= 0) {
                    return (i + 1) * MICROS / 1000.0;
                }
            }
            return Double.POSITIVE_INFINITY;
        }

        TreeMap<Integer, Integer> others() {
            return statuses;
        }

        /** The last one. */
        String refusal() {
            return refusal;
        }

        /** This one and another run of the same. */
        void add(Seen other) {
            answers += other.answers;
            refusal = other.refusal.isEmpty() ? refusal : other.refusal;
            end += other.end - other.begin;
            for (int i = 0; i < times.length; i++) {
                times[i] += other.times[i];
            }
            other.statuses.forEach((status, number) -> statuses.merge(status, number, Integer::sum));
        }
    }
}
