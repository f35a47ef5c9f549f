// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.cli;

import dev.cofactor.engine.merkle.NoteVerifier;
import dev.cofactor.engine.witness.Pinned;
import dev.cofactor.ground.problem.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words behind {@code cofactor verify}, understood. */
record VerifyWords(What what, String source, Pinned pinned, Optional<String> since) {
    private static final Set<String> OPTIONS = Set.of("--origin", "--key", "--since");

    /** What there is to verify. */
    enum What {
        EXPORT,
        RECEIPT,
        LOG
    }

    /** They are not to be understood; the message says why and repeats none of them. */
    static final class Misused extends Exception {
        private static final long serialVersionUID = 1;

        Misused(String why) {
            super(why);
        }
    }

    /** @param words from {@code verify} on */
    static VerifyWords parse(List<String> words) throws Misused {
        require(words.size() >= 3, "say what to verify: an export, a receipt or a log, and where it is");
        What what = what(words.get(1));
        String source = words.get(2);
        require(source.equals("-") || !source.startsWith("-"), "name what is to be verified before the options");
        Map<String, String> options = options(words.subList(3, words.size()));
        String origin = options.get("--origin");
        String key = options.get("--key");
        if (origin == null || key == null) {
            throw new Misused(
                    "--origin and --key say which log it must be: get them from whoever runs it, not from here");
        }
        Optional<String> since = Optional.ofNullable(options.get("--since"));
        require(since.isEmpty() || what != What.RECEIPT, "a receipt has no --since");
        return new VerifyWords(what, source, new Pinned(origin, List.of(key(key))), since);
    }

    private static What what(String word) throws Misused {
        return switch (word) {
            case "export" -> What.EXPORT;
            case "receipt" -> What.RECEIPT;
            case "log" -> What.LOG;
            default -> throw new Misused("only an export, a receipt or a log can be verified");
        };
    }

    private static Map<String, String> options(List<String> words) throws Misused {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            require(OPTIONS.contains(words.get(i)), "there is an option that it does not know");
            require(i + 1 < words.size(), "an option has no value");
            require(options.put(words.get(i), words.get(i + 1)) == null, "an option is there twice");
        }
        return options;
    }

    private static NoteVerifier key(String text) throws Misused {
        try {
            return NoteVerifier.parse(text);
        } catch (Problem e) {
            throw new Misused("--key is not a key as `cofactor log-key create` prints it");
        }
    }

    /** The address of a served log: plain HTTP only for whoever typed it. */
    URI address() throws Misused {
        try {
            URI uri = new URI(source);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            boolean bare = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            require(web && bare && uri.getHost() != null, "the log's address must be like https://host/log/1");
            return uri;
        } catch (URISyntaxException e) {
            throw new Misused("the log's address must be like https://host/log/1");
        }
    }

    private static void require(boolean holds, String otherwise) throws Misused {
        if (!holds) {
            throw new Misused(otherwise);
        }
    }
}
