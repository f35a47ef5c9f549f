// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.LogContext;

/** Everything that is logged while it is open, stack traces and context included. */
final class CapturedLog extends Handler implements AutoCloseable {
    private final StringBuffer text = new StringBuffer();

    CapturedLog() {
        LogContext.getLogContext().getLogger("").addHandler(this);
    }

    @Override
    public void publish(LogRecord entry) {
        ExtLogRecord extended = ExtLogRecord.wrap(entry);
        text.append(entry.getLoggerName()).append(' ').append(extended.getFormattedMessage());
        text.append(' ')
                .append(Arrays.toString(entry.getParameters()))
                .append(' ')
                .append(extended.getMdcCopy());
        if (entry.getThrown() != null) {
            StringWriter trace = new StringWriter();
            entry.getThrown().printStackTrace(new PrintWriter(trace));
            text.append(trace);
        }
        text.append('\n');
    }

    String text() {
        return text.toString();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        LogContext.getLogContext().getLogger("").removeHandler(this);
    }
}
