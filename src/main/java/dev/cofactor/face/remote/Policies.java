// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;

/** A whole set of policies from version control: compared with what is in force, tried, put in force. */
record Policies(Server server, byte[] document, PrintStream err) {
    private static final String WHOLE = "/policies/document";
    private static final Pattern EDITION = Pattern.compile("[0-9]{1,18}");
    private static final int LONGEST = 16 * 1024 * 1024;
    private static final String NO_RULES = "the file is no document of policies";

    static byte[] read(String file, InputStream in) throws Ended, IOException {
        byte[] all = file.equals("-") ? GivenFile.read(in, LONGEST, NO_RULES) : GivenFile.read(file, LONGEST, NO_RULES);
        if (Server.document(all).isEmpty()) {
            throw new Ended(Ended.USAGE, NO_RULES);
        }
        return all;
    }

    /** A line for each policy that would be added, changed or withdrawn. */
    String diff() throws Ended {
        JsonNode trial = Server.objectIn(server.done(put(WHOLE + "?dry-run=true", inForce())));
        StringBuilder lines = new StringBuilder();
        each(lines, "+", trial.path("added"));
        each(lines, "~", trial.path("changed"));
        each(lines, "-", trial.path("withdrawn"));
        trial.path("warnings").forEach(warning -> warn(warning.toString()));
        return lines.toString();
    }

    private static void each(StringBuilder lines, String sign, JsonNode policies) {
        policies.forEach(one -> {
            String sentence = one.path(one.path("sentence").isTextual() ? "sentence" : "before")
                    .asText("");
            lines.append(
                    "%s %s: %s%n".formatted(sign, Server.tamed(one.path("name").asText("")), tamedWhole(sentence)));
        });
    }

    private static String tamedWhole(String sentence) {
        return sentence.replaceAll("\\p{C}+", " ").strip();
    }

    /** A line for each of what the rules must keep saying. */
    String test() throws Ended {
        HttpRequest request = server.to("/policies/expectations/run")
                .POST(BodyPublishers.ofByteArray(document))
                .build();
        JsonNode run = Server.objectIn(server.done(request));
        StringBuilder lines = new StringBuilder();
        run.path("results")
                .forEach(one -> lines.append("%s %s%n"
                        .formatted(
                                one.path("kept").asBoolean() ? "kept" : "broken",
                                Server.tamed(one.path("name").asText("")))));
        if (!run.path("kept").asBoolean()) {
            throw new Ended(
                    Ended.UNEXPECTED,
                    "these rules break what they must keep saying\n"
                            + lines.toString().stripTrailing());
        }
        return lines.toString();
    }

    /** @return the edition that is in force then */
    String apply(List<String> options) throws Ended {
        boolean named = options.size() == 2 && options.get(0).equals("--edition");
        if (!options.isEmpty() && !(named && EDITION.matcher(options.get(1)).matches())) {
            throw new Ended(Ended.USAGE, "--edition is a number, and there is no other option");
        }
        String seen = named ? "\"" + options.get(1) + "\"" : inForce();
        HttpResponse<byte[]> answer = server.done(put(WHOLE, seen));
        JsonNode said = Server.objectIn(answer);
        if (answer.statusCode() == 202) {
            throw new Ended(
                    Ended.WAITS,
                    "it waits for a second person: "
                            + Server.tamed(said.path("change").asText("")));
        }
        return said.path("edition").asLong() + "\n";
    }

    private HttpRequest put(String path, String seen) {
        return server.to(path)
                .header("If-Match", seen)
                .PUT(BodyPublishers.ofByteArray(document))
                .build();
    }

    private String inForce() throws Ended {
        return server.done(server.to(WHOLE).GET().build())
                .headers()
                .firstValue("ETag")
                .filter(tag -> tag.matches("\"[0-9]{1,18}\""))
                .orElseThrow(() -> new Ended(Ended.UNEXPECTED, "the answer is not one of Cofactor"));
    }

    private void warn(String warning) {
        err.print("cofactor: warning: " + Server.tamed(warning) + "\n");
    }
}
