import { currentTime } from "#db/clock.ts";
import { closeConnections } from "#db/connections.ts";
import { env } from "#env";
import { logFault } from "#inngest/log.ts";
import { isMailbox, receiveMail, tellArrivals } from "#inngest/receive-mail.ts";
import { smtpListener } from "#integrations/mail-listener.ts";
import { readHead } from "#integrations/mail-reader.ts";

// The door for mail by SMTP, in a process of its own: what strangers send must not weigh on the pages.
const { MAIL_IN_HOST: host, MAIL_IN_PORT: port = 2525 } = env();

const listener = await smtpListener({
  ...{ host, port, knows: isMailbox },
  take: async (mail) => {
    const arrived = { ...mail, ...(await readHead(mail.content)), source: "smtp" as const };
    void tellArrivals(await receiveMail(arrived, await currentTime()));
  },
  onFault: (cause) => logFault("a mail could not be taken in", {}, cause),
}).catch((cause: unknown) => {
  console.error(`Mail cannot be taken in on ${host}:${port}: ${cause instanceof Error ? cause.message : cause}`);
  process.exit(1);
});

async function stop(): Promise<void> {
  await listener.close();
  await closeConnections().catch(() => undefined);
  process.exit(0);
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
process.on("unhandledRejection", (cause) => logFault("a rejection was not handled", {}, cause));
