import { Inngest } from "inngest";
import { openApp } from "./app.ts";

/** The app of the bench, a process of its own. `GET /latencies` gives the ms from event to first step, and forgets them. */
const client = new Inngest({ id: "bench" });
let latencies: number[] = [];

const five = client.createFunction({ id: "five", triggers: { event: "bench/five" } }, async ({ step }) => {
  for (const position of [0, 1, 2, 3, 4]) await step.run(`step ${position}`, () => ({ position, text: "a result" }));
  return "done";
});
const probe = client.createFunction({ id: "probe", triggers: { event: "bench/probe" } }, async ({ step, event }) => {
  await step.run("first", () => void latencies.push(Date.now() - event.data.sentAt));
});

const app = await openApp(0, (path) => {
  if (path !== "/latencies") return null;
  const taken = latencies;
  latencies = [];
  return taken;
});
app.serve(client, [five, probe]);
process.stdout.write(`serving ${app.url}\n`);
