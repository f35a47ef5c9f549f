// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static java.util.Map.entry;

import java.util.Map;

/** What comes out on purpose: by the name of the answer, the one canary that must be in it. */
final class Released {
    static final Map<String, String> BY_ANSWER = Map.ofEntries(
            entry("reveal first password", "first password"),
            entry("reveal second password", "second password"),
            entry("reveal note", "note"),
            entry("reveal recovery key", "recovery key"),
            entry("reveal file", "file"),
            entry("password shown on a page", "password typed on a page"),
            entry("earlier password shown on a page", "password edited away on a page"),
            entry("issue a token", "service's token"),
            entry("issue a token on a page", "service's token on a page"),
            entry("issue a token to rotate", "token to rotate"),
            entry("rotate a token", "rotated token"),
            entry("rotate a token on a page", "rotated token on a page"),
            entry("make a channel", "a channel's secret"),
            entry("make a channel on a page", "a channel's secret on a page"),
            entry("ask as a terminal", "a terminal's secret"),
            entry("ask as another terminal", "another terminal's secret"),
            entry("come for the credential", "a terminal's credential"),
            entry("make another secret of a channel", "a channel's next secret"),
            entry("make another secret on a page", "a channel's next secret on a page"),
            entry("delegate", "agent's token"),
            entry("invite on a page", "first link on a page"),
            entry("invite again on a page", "link on a page"),
            entry("codes of a tool", "seed told by a tool"),
            entry("show first own key", "first own key"),
            entry("show second own key", "second own key"),
            entry("first recovery codes", "first recovery code"),
            entry("other recovery codes", "other recovery code"),
            entry("take first spare", "first spare"),
            entry("take second spare", "second spare"),
            entry("take third spare on a page", "third spare"),
            entry("take fourth spare on a page", "fourth spare"),
            entry("invite", "first link"),
            entry("invite again", "link"),
            entry("invite who goes", "link of one who goes"),
            entry("welcome", "link"),
            entry("welcome again", "link"));

    private Released() {}
}
