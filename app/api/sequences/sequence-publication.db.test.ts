import { afterAll, beforeAll, expect, test } from "vitest";
import { asMember } from "#auth/testing/tenants.ts";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { withScope } from "#db/scope.ts";
import { graphOf, latestVersion, liveVersions, stepsOf } from "#db/sequences.ts";
import { tellTenant } from "#db/testing/story.ts";
import { above, graph, message, wait } from "#domain/sequence/testing/graphs.ts";
import type { SequenceDraft } from "#domain/sequence-draft.ts";
import { graphOfSteps } from "#domain/sequence-graph.ts";
import * as draft from "./[id]/draft/route.ts";
import * as publication from "./[id]/publication/route.ts";

const database = await createTestDatabase();
const one = { tenantId: "ten_alpha", name: "alpha" };
const params = { id: "seq_alpha" };

beforeAll(async () => {
  await connectTo(database);
  await tellTenant("alpha", new Date(Date.now() - 3_600_000));
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

async function publish(edited: unknown) {
  const member = await asMember(one, "marketer");
  const { revision } = (await member.call(draft.GET, { params })).json as SequenceDraft;
  const saved = await member.call(draft.PUT, { method: "PUT", params, body: { graph: edited, revision } });
  expect(saved.status).toBe(200);
  return member.call(publication.POST, { method: "POST", params });
}

const live = () => withScope(one.tenantId, liveVersions);

test("without a draft the newest version is published as it stands", async () => {
  const member = await asMember(one, "marketer");
  expect((await member.call(publication.POST, { method: "POST", params })).status).toBe(201);
  const [version] = await live();
  const steps = await withScope(one.tenantId, (scope) => stepsOf(scope, version?.versionId ?? ""));
  expect(await withScope(one.tenantId, (scope) => graphOf(scope, version?.versionId ?? ""))).toEqual(
    graphOfSteps(steps),
  );
});

test("publishes the draft as a frozen version whose messages stand in the order of the walk", async () => {
  const steps = [
    message("late", null, { template: "last-chance" }),
    message("early", "pause"),
    wait("pause", 90, "worth"),
    { id: "worth", kind: "split" as const, when: above(5_000), yes: "late", no: null },
  ];
  const answer = await publish(graph(steps, { start: "early" }));
  expect(answer).toMatchObject({ status: 201, json: { number: 2 } });
  const version = await withScope(one.tenantId, (scope) => latestVersion(scope, params.id));
  expect(version).toMatchObject({ number: 2, frozen: true, graph: { start: "early" } });
  expect(version.steps.map(({ id, delayMinutes }) => [id, delayMinutes])).toEqual([
    ["early", 0],
    ["late", 90],
  ]);
  expect(await live()).toEqual([{ sequenceId: params.id, versionId: version.id }]);
});

test("what cannot run is not published, and every fault says where it is", async () => {
  const before = await live();
  const faulty = graph(
    [
      wait("none", 0, "hook"),
      { id: "hook", kind: "webhook", url: "https://crm.example.com/", next: "bought" },
      {
        ...{ id: "bought", kind: "wait_for_event", event: "order_placed", ofStep: null, timeoutMinutes: 60 },
        ...{ came: null, timedOut: "hello" },
      },
      message("hello", null, { template: "win-back" }),
    ],
    { trigger: { kind: "order_placed" } },
  );
  const answer = await publish(faulty);
  const faults = [
    { fault: "wait_of_zero", stepId: "none", field: "minutes" },
    { fault: "purpose_of_another_trigger", stepId: "hello", field: "purpose" },
    { fault: "template_of_another_trigger", stepId: "hello", field: "template" },
    { fault: "order_ends_the_sequence", stepId: "bought", field: "event" },
    { fault: "webhook_without_secret", stepId: "hook", field: "url" },
  ];
  expect(answer).toMatchObject({ status: 422, json: { error: { code: "invalid", field: "none.minutes", faults } } });
  expect(await live()).toEqual(before);
});
