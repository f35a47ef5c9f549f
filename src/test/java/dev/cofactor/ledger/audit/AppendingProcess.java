// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import dev.cofactor.fixtures.Race;
import io.quarkus.runtime.StartupEvent;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A process of its own that appends as long as it lives, and says each event's id and place, and what was counted, once it was
 * told that it is on record. Made to be killed.
 */
final class AppendingProcess {
    private static final int CALLERS = 32;

    private AppendingProcess() {}

    /** Reads from standard input what {@link OwnLog.Access} holds, a line each. */
    public static void main(String[] arguments) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var access = new OwnLog.Access(in.readLine(), in.readLine(), in.readLine(), Path.of(in.readLine()));
        AuditLog log = OwnLog.open(access).auditLog();
        log.begin(new StartupEvent());
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        new Race(CALLERS, Duration.ofMinutes(1)).run(caller -> {
            Intent intent = Load.claiming();
            if (AppendRig.settled(log.append(intent)) instanceof Settlement.OnRecord done) {
                String number = Load.number(intent, done).map(" "::concat).orElse("");
                say(out, done.recorded().event() + " " + done.recorded().index() + number + "\n");
            }
        });
    }

    /** In one write, which is whole in a pipe or not there at all. */
    private static void say(FileOutputStream out, String line) throws IOException {
        out.write(line.getBytes(StandardCharsets.US_ASCII));
    }

    /** Its settings are those of a server that says nothing else. */
    record Settings() implements AuditConfig, AuditConfig.Log, AuditConfig.Queue {
        @Override
        public String mode() {
            return "serve";
        }

        @Override
        public Log log() {
            return this;
        }

        @Override
        public Queue queue() {
            return this;
        }

        @Override
        public boolean synchronous() {
            return false;
        }

        @Override
        public int known() {
            return 4096;
        }

        @Override
        public int strangers() {
            return 256;
        }

        @Override
        public int share() {
            return 512;
        }
    }
}
