// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Deque's axe, run inside a page: what of it keeps people out who use a keyboard, a screen reader or a high contrast. */
public final class Axe {
    private static final String RUN = """
            () => axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }).then(({ violations }) => violations
              .filter(({ impact }) => impact === 'serious' || impact === 'critical')
              .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)))""";

    private static String script;

    private Axe() {}

    /** What is serious or worse: the rule, and where it is broken. */
    @SuppressWarnings("unchecked")
    public static List<String> serious(Page page) {
        page.evaluate(script() + "\n; true");
        return (List<String>) page.evaluate(RUN);
    }

    private static synchronized String script() {
        if (script == null) {
            try (InputStream text = Axe.class.getResourceAsStream("/axe.min.js")) {
                script = new String(text.readAllBytes(), UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return script;
    }
}
