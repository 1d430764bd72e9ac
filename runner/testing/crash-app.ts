import { appendFileSync } from "node:fs";
import { Inngest } from "inngest";
import { openApp } from "./app.ts";

/**
 * The app of the crash test, a process of its own: each function appends a line to the file given as first argument
 * for each step it carries out. The second argument is its port.
 */
const [file = "", port = "0"] = process.argv.slice(2);
const note = (line: string) => appendFileSync(file, `${line}\n`);

const client = new Inngest({ id: "crash" });
const walk = client.createFunction({ id: "walk", triggers: { event: "walk" }, retries: 0 }, async ({ step, event }) => {
  const { n } = event.data;
  for (const position of [0, 1, 2]) {
    await step.run(`step ${position}`, async () => {
      note(`walk ${n} ${position}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    });
  }
  await step.sleep("rest", "1s");
  const [left, right] = await Promise.all([step.run("left", () => "left"), step.run("right", () => "right")]);
  await step.sendEvent("tell", { name: "walked", id: `walked-${n}`, data: { n, by: left + right } });
});
const walked = client.createFunction(
  { id: "walked", triggers: { event: "walked" }, batchEvents: { maxSize: 10, timeout: "1s" }, retries: 0 },
  async ({ step, events }) => {
    await step.run("count", () => events.forEach(({ data }) => void note(`walked ${data.n}`)));
  },
);
const tick = client.createFunction({ id: "tick", triggers: { cron: "* * * * *" } }, () => note("tick"));

const app = await openApp(Number(port));
app.serve(client, [walk, walked, tick]);
process.stdout.write(`serving ${app.url}\n`);
