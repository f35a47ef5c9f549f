// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.workloads;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What build servers and clusters say about a job of theirs, as their manuals show it. */
final class Jobs {
    static final String US = "https://cofactor.example.org";

    private Jobs() {}

    static Map<String, Object> github(String issuer, Instant now) {
        Map<String, Object> claims = lasting(issuer, now, 300);
        claims.put("aud", US);
        claims.put("jti", "9c1d2f4e-6d0b-4e0f-8a38-6b5a3b8f0c11");
        claims.put("sub", "repo:octo-org/octo-repo:ref:refs/heads/main");
        claims.put("environment", "prod");
        claims.put("ref", "refs/heads/main");
        claims.put("sha", "e2bbd7ad1be7ad2a8bd8f3e4a7f5b0c1d2e3f405");
        claims.put("repository", "octo-org/octo-repo");
        claims.put("repository_owner", "octo-org");
        claims.put("repository_id", "74");
        claims.put("repository_owner_id", "65");
        claims.put("repository_visibility", "private");
        claims.put("run_id", "29679449");
        claims.put("run_attempt", "2");
        claims.put("actor", "octocat");
        claims.put("actor_id", "12");
        claims.put("workflow", "deploy");
        claims.put("head_ref", "");
        claims.put("event_name", "push");
        claims.put("ref_type", "branch");
        claims.put("job_workflow_ref", "octo-org/workflows/.github/workflows/deploy.yml@refs/heads/main");
        claims.put("runner_environment", "github-hosted");
        return claims;
    }

    static final Map<String, String> OF_GITHUB =
            Map.of("repository_id", "74", "repository_owner_id", "65", "ref", "refs/heads/*");

    static Map<String, Object> gitlab(String issuer, Instant now) {
        Map<String, Object> claims = lasting(issuer, now, 3_600);
        claims.put("aud", US);
        claims.put("jti", "ed6f6a4d-d3a1-4a0c-9d31-0f0f7e7a2d55");
        claims.put("sub", "project_path:my-group/my-project:ref_type:branch:ref:main");
        claims.put("namespace_id", "72");
        claims.put("namespace_path", "my-group");
        claims.put("project_id", "20");
        claims.put("project_path", "my-group/my-project");
        claims.put("user_id", "1");
        claims.put("user_login", "sample-user");
        claims.put("user_access_level", "maintainer");
        claims.put("user_identities", List.of(Map.of("provider", "github", "extern_uid", "2435223452345")));
        claims.put("pipeline_id", "574");
        claims.put("pipeline_source", "push");
        claims.put("job_id", "302");
        claims.put("ref", "main");
        claims.put("ref_type", "branch");
        claims.put("ref_path", "refs/heads/main");
        claims.put("ref_protected", "true");
        claims.put("groups_direct", List.of("my-group/ops", "another-group"));
        claims.put("environment", "production");
        claims.put("runner_id", 1);
        return claims;
    }

    static final Map<String, String> OF_GITLAB =
            Map.of("project_id", "20", "namespace_id", "72", "ref_protected", "true", "groups_direct", "my-group/ops");

    static Map<String, Object> kubernetes(String issuer, Instant now) {
        Map<String, Object> claims = lasting(issuer, now, 600);
        claims.put("aud", List.of(US));
        claims.put("jti", "aed34954-b33a-4142-b1ec-389d6bbb4936");
        claims.put("sub", "system:serviceaccount:shop:deployer");
        claims.put(
                "kubernetes.io",
                Map.of(
                        "namespace", "shop",
                        "node", Map.of("name", "worker-1", "uid", "646e7c5e-32d6-4d42-9dbd-e504e6cbe6b1"),
                        "pod", Map.of("name", "deploy-abc", "uid", "5e0bd49b-f040-43b0-99b7-22765a53f7f3"),
                        "serviceaccount", Map.of("name", "deployer", "uid", "14ee3fa4-a7e2-420f-9f9a-dbc4507c3798")));
        return claims;
    }

    static final Map<String, String> OF_KUBERNETES = Map.of(
            "/kubernetes.io/namespace", "shop",
            "/kubernetes.io/serviceaccount/uid", "14ee3fa4-a7e2-420f-9f9a-dbc4507c3798");

    private static Map<String, Object> lasting(String issuer, Instant now, int seconds) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", issuer);
        claims.put("iat", now.getEpochSecond());
        claims.put("nbf", now.getEpochSecond());
        claims.put("exp", now.getEpochSecond() + seconds);
        return claims;
    }
}
