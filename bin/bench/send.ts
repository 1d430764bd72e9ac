import { currentTime } from "#db/clock.ts";
import { deliverMessages } from "#inngest/deliver-messages.ts";
import { queueFirstMessages } from "#inngest/testing/queue.ts";
import { createLadderTenant } from "#inngest/testing/tenant.ts";
import { startResendSink } from "#integrations/testing/resend-sink.ts";

export type SendFigures = { messages: number; messagesPerSecond: number; cpuMsPerMessage: number };

const messages = 300;
const perBatch = 100;

/** From queued rows to a local server that speaks Resend's API, by Resend's own SDK: claim, ask, render, send, mark. */
export async function benchSend(): Promise<SendFigures> {
  const sink = await startResendSink();
  const outside = { MAILER: "resend", RESEND_API_KEY: "re_bench", RESEND_BASE_URL: sink.url };
  Object.assign(process.env, outside, { RESEND_REQUESTS_PER_SECOND: "1000" });
  const now = await currentTime();
  const tenant = await createLadderTenant(now);
  const emails = Array.from({ length: messages + perBatch }, (_, index) => `bench${index}@example.com`);
  const queued = await queueFirstMessages(tenant, emails, now);
  // The first batch warms up what is compiled at first use.
  await deliverMessages(queued.slice(0, perBatch), "bench0", now);
  const [startedAt, cpuBefore] = [performance.now(), process.cpuUsage()];
  for (let from = perBatch; from < queued.length; from += perBatch) {
    await deliverMessages(queued.slice(from, from + perBatch), `bench${from}`, now);
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  const cpu = process.cpuUsage(cpuBefore);
  await sink.close();
  if (sink.mails.length !== queued.length)
    throw new Error(`the sink has ${sink.mails.length} of ${queued.length} mails`);
  return {
    messages,
    messagesPerSecond: Math.round(messages / seconds),
    cpuMsPerMessage: Math.round(((cpu.user + cpu.system) / 1_000 / messages) * 10) / 10,
  };
}
