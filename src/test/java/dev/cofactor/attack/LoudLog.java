// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import dev.cofactor.fixtures.CapturedLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.logmanager.LogContext;

/** The log with everything in it that anybody could switch on, and nothing of that on the console. */
final class LoudLog implements AutoCloseable {
    /** They have levels of their own, or might be given some. */
    private static final List<String> NAMES = List.of(
            "",
            "com.arjuna",
            "dev.cofactor",
            "io.agroal",
            "io.netty",
            "io.quarkus",
            "io.vertx",
            "org.hibernate",
            "org.hibernate.orm.jdbc.bind",
            "org.hibernate.orm.jdbc.error",
            "org.hibernate.SQL",
            "org.jboss",
            "org.postgresql");

    /** Those who receive what leaves the house are in this process for a test alone, and say where they were reached. */
    private static final String STAND_INS = "com.sun.net.httpserver";

    private final Map<String, Level> before = new TreeMap<>();
    private final Map<Handler, Level> handlers = new java.util.IdentityHashMap<>();
    private final List<String> found = java.util.Collections.synchronizedList(new ArrayList<>());
    private final LongAdder lines = new LongAdder();
    private final LongAdder fine = new LongAdder();
    private final CapturedLog log;

    LoudLog(Canaries canaries) {
        Stream.of(logger("").getHandlers()).forEach(handler -> {
            handlers.put(handler, handler.getLevel());
            handler.setLevel(Level.WARNING);
        });
        NAMES.forEach(name -> {
            Level level = logger(name).getLevel();
            if (level != null) {
                before.put(name, level);
            }
            logger(name).setLevel(Level.ALL);
        });
        log = new CapturedLog(line -> {
            lines.increment();
            if (line.startsWith("org.hibernate") || line.startsWith("org.postgresql")) {
                fine.increment();
            }
            if (line.startsWith(STAND_INS)) {
                return;
            }
            canaries.in(line).forEach(one -> found.add(one + " said by " + line.split(" ", 2)[0]));
        });
    }

    private static Logger logger(String name) {
        return LogContext.getLogContext().getLogger(name);
    }

    List<String> found() {
        return found.stream().distinct().sorted().toList();
    }

    long lines() {
        return lines.sum();
    }

    /** Of those who are quiet unless they are asked to speak. */
    long fine() {
        return fine.sum();
    }

    @Override
    public void close() {
        log.close();
        NAMES.forEach(name -> logger(name).setLevel(before.get(name)));
        handlers.forEach(Handler::setLevel);
    }
}
