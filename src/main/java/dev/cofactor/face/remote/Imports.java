// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Other programs' exports: looked at, and taken in as they were shown. A file's password is in a file too. */
record Imports(Server server, List<String> files, Map<String, String> options, String boundary) {
    private static final String PLAN = "--plan";
    private static final String PASSWORD = "--password";
    private static final String ENTRIES = "--entries";
    private static final Set<String> WHERE = Set.of("--folder", "--template");
    private static final Set<String> KNOWN = Set.of("--folder", "--template", "--format", PASSWORD, PLAN, ENTRIES);
    private static final int LARGEST = 16 * 1024 * 1024;
    private static final int LONGEST_PASSWORD = 1_000;
    private static final String TOO_LARGE = "a file is larger than the server takes";

    /** @param words files, and then options with a word each */
    static Imports of(Server server, List<String> words, RandomGenerator random) throws Ended {
        List<String> files =
                words.stream().takeWhile(word -> !word.startsWith("--")).toList();
        List<String> rest = words.subList(files.size(), words.size());
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < rest.size(); i += 2) {
            options.put(rest.get(i), rest.get(i + 1));
        }
        boolean known = KNOWN.containsAll(options.keySet()) && options.size() * 2 == rest.size();
        if (files.isEmpty() || !known || !options.keySet().containsAll(WHERE)) {
            throw Remote.misused();
        }
        byte[] chance = new byte[16];
        random.nextBytes(chance);
        return new Imports(server, files, options, "cofactor-" + HexFormat.of().formatHex(chance));
    }

    /** A line for each entry, and the plan that taking them in asks for. */
    String look() throws Ended, IOException {
        if (options.containsKey(PLAN) || options.containsKey(ENTRIES)) {
            throw Remote.misused();
        }
        JsonNode looked = Server.objectIn(server.done(post("/imports")));
        StringBuilder lines = new StringBuilder();
        looked.path("entries")
                .forEach(one -> lines.append("%s\t%s\t%s\t%s%n"
                        .formatted(one.path("number").asInt(), word(one, "status"), where(one), remark(one))));
        return lines.append("plan\t").append(word(looked, "plan")).append('\n').toString();
    }

    private static String where(JsonNode entry) {
        String path = word(entry, "path");
        return path.isEmpty() ? word(entry, "title") : path;
    }

    /** Why it is not taken in, or what of it is not. */
    private static String remark(JsonNode entry) {
        String same = word(entry, "sameAs");
        String reason = word(entry.path("reason"), "message");
        if (!same.isEmpty() || !reason.isEmpty()) {
            return same.isEmpty() ? reason : same;
        }
        List<String> left =
                entry.path("leavesOut").valueStream().map(JsonNode::asText).toList();
        return left.isEmpty() ? "" : Server.tamed("without " + String.join(", ", left));
    }

    /** @return a line for each secret that came of it */
    String take() throws Ended, IOException {
        if (!options.containsKey(PLAN)) {
            throw new Ended(Ended.USAGE, "--plan is what looking at the file has answered");
        }
        JsonNode done = Server.objectIn(server.done(post("/imports/apply")));
        return done.path("secrets")
                .valueStream()
                .map(one -> "%s\t%s\t%s%n".formatted(one.path("number").asInt(), word(one, "id"), word(one, "path")))
                .collect(Collectors.joining());
    }

    private static String word(JsonNode node, String name) {
        JsonNode found = node.path(name);
        return found.isNull() ? "" : Server.tamed(found.asText(""));
    }

    private HttpRequest post(String path) throws Ended, IOException {
        return server.to(path)
                .setHeader("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(form()))
                .build();
    }

    private byte[] form() throws Ended, IOException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        for (String file : files) {
            part(form, "file\"; filename=\"export", GivenFile.read(file, LARGEST, TOO_LARGE));
        }
        for (Map.Entry<String, String> option : options.entrySet()) {
            byte[] said = option.getKey().equals(PASSWORD)
                    ? firstLine(GivenFile.read(option.getValue(), LONGEST_PASSWORD, TOO_LARGE))
                    : option.getValue().getBytes(UTF_8);
            part(form, option.getKey().substring(2), said);
        }
        form.writeBytes(("--" + boundary + "--\r\n").getBytes(UTF_8));
        return form.toByteArray();
    }

    private void part(ByteArrayOutputStream form, String name, byte[] content) {
        String head = "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n".formatted(boundary, name);
        form.writeBytes(head.getBytes(UTF_8));
        form.writeBytes(content);
        form.writeBytes("\r\n".getBytes(UTF_8));
    }

    private static byte[] firstLine(byte[] all) {
        return new String(all, UTF_8).lines().findFirst().orElse("").getBytes(UTF_8);
    }

    @Override
    public String toString() {
        return "Imports[redacted]";
    }
}
