import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mailerFor } from "../mailer.ts";
import { mailsNamed, mailWith } from "../testing/mails.ts";
import { errorBody, type ResendSink, startResendSink } from "../testing/resend-sink.ts";
import { resendMailer } from "./mailer.ts";

let sink: ResendSink;
beforeEach(async () => {
  sink = await startResendSink();
});
afterEach(() => sink.close());

/** A mailer on a pulse of its own: waits take no time but are counted. */
function mailer(more: { requestsPerSecond?: number; timeoutMs?: number } = {}) {
  const pulse = {
    at: 0,
    now: () => pulse.at,
    wait: async (milliseconds: number) => {
      pulse.at += milliseconds;
    },
  };
  return { pulse, ...resendMailer({ apiKey: "re_key", baseUrl: sink.url, requestsPerSecond: 1000, ...more }, pulse) };
}

const kinds = (results: { kind: string }[]) => results.map((one) => one.kind);

describe("Resend, one by one", () => {
  it("sends each mail under the key of its message id and answers in the order of the mails", async () => {
    const mails = mailsNamed(12);
    const results = await mailer().send(mails);
    expect(kinds(results)).toEqual(mails.map(() => "accepted"));
    expect(sink.requests.map((one) => one.key).sort()).toEqual(mails.map((mail) => mail.id));
    mails.forEach((mail, index) => {
      const result = results[index];
      const sunk = sink.mails.find((one) => result?.kind === "accepted" && one.id === result.providerId);
      expect(sunk?.to).toBe(mail.to);
    });
    expect(sink.requests[0]?.authorization).toBe("Bearer re_key");
  });

  it("hands over every part: text, reply address, headers, and tags in Resend's alphabet", async () => {
    await mailer().send([mailWith({ id: "msg_1", tags: { "ten ant": "tén/1" } })]);
    expect(sink.mails[0]).toMatchObject({
      from: '"Nordhem" <hello@nordhem.example>',
      to: "msg.1@example.com",
      reply_to: "help@nordhem.example",
      text: "Your basket is still here.",
      headers: { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" },
      tags: [{ name: "ten_ant", value: "t_n_1" }],
    });
  });

  it("hands over a picture that stands in the mail under the name by which the mail calls it", async () => {
    const content = new Uint8Array([1, 2, 3]);
    const files = [
      { name: "chart.png", contentType: "image/png", content, contentId: "chart" },
      { name: "terms.pdf", contentType: "application/pdf", content },
    ];
    await mailer().send([mailWith({ id: "msg_1", files })]);
    const [picture, file] = (sink.mails[0] as { attachments?: Record<string, string>[] }).attachments ?? [];
    expect(picture).toMatchObject({ filename: "chart.png", content_id: "chart", content: "AQID" });
    expect(file).not.toHaveProperty("content_id");
  });

  it("does not mail twice when a mail that is tried again has its headers in another order", async () => {
    sink.faults = [{ kind: "drop", taken: true }];
    const headers = { "X-One": "1", "A-Second": "2" };
    await mailer().send([mailWith({ id: "msg_1", headers })]);
    const again = mailWith({ id: "msg_1", headers: Object.fromEntries(Object.entries(headers).reverse()) });
    expect(await mailer().send([again])).toEqual([{ kind: "accepted", providerId: "re_1" }]);
  });

  it("does not mail twice when the answer was lost after Resend had taken the mail", async () => {
    sink.faults = [{ kind: "drop", taken: true }];
    const [mail] = [mailWith({ id: "msg_1" })];
    expect(await mailer().send([mail])).toEqual([
      { kind: "retry", reason: "application_error", retryAfterSeconds: null },
    ]);
    expect(await mailer().send([mail])).toEqual([{ kind: "accepted", providerId: "re_1" }]);
    expect(sink.mails).toHaveLength(1);
  });

  it("does not mail another content under a message id that was mailed before", async () => {
    await mailer().send([mailWith({ id: "msg_1" })]);
    const again = await mailer().send([mailWith({ id: "msg_1", subject: "Other words" })]);
    expect(again).toEqual([{ kind: "refused", reason: "invalid_idempotent_request" }]);
    expect(sink.mails).toHaveLength(1);
  });

  it("refuses the one bad recipient among ten and sends the others", async () => {
    const mails = mailsNamed(10);
    sink.refuse.add(mails[3]?.to ?? "");
    const results = await mailer().send(mails);
    expect(kinds(results).filter((kind) => kind === "accepted")).toHaveLength(9);
    expect(results[3]).toEqual({ kind: "refused", reason: "validation_error" });
  });

  it("obeys retry-after: what is left waits without asking again", async () => {
    sink.faults = [
      { kind: "answer", status: 429, body: errorBody(429, "rate_limit_exceeded"), headers: { "retry-after": "7" } },
    ];
    const slow = mailer({ requestsPerSecond: 5 });
    const first = await slow.send([mailWith({ id: "msg_1" })]);
    expect(first).toEqual([{ kind: "retry", reason: "rate_limit_exceeded", retryAfterSeconds: 7 }]);
    const held = await slow.send([mailWith({ id: "msg_2" })]);
    expect(held).toEqual([{ kind: "retry", reason: "rate_limit_exceeded", retryAfterSeconds: 7 }]);
    expect(sink.requests).toHaveLength(1);
    slow.pulse.at += 7000;
    expect(kinds(await slow.send([mailWith({ id: "msg_2" })]))).toEqual(["accepted"]);
  });

  it("spaces requests evenly to the allowed pace", async () => {
    const slow = mailer({ requestsPerSecond: 5 });
    await slow.send(mailsNamed(11));
    expect(slow.pulse.at).toBeGreaterThanOrEqual(2000);
  });

  it.each([
    [
      "a used-up day",
      429,
      "daily_quota_exceeded",
      { kind: "retry", reason: "daily_quota_exceeded", retryAfterSeconds: 3600 },
    ],
    ["a twin in flight", 409, "concurrent_idempotent_requests", { kind: "retry", retryAfterSeconds: 5 }],
    ["a wrong key", 401, "invalid_api_key", { kind: "retry", reason: "invalid_api_key" }],
    ["a fault of theirs", 500, "internal_server_error", { kind: "retry" }],
    ["a bad request", 422, "missing_required_field", { kind: "refused", reason: "missing_required_field" }],
  ])("tells apart what may pass another time: %s", async (...[, status, name, result]) => {
    sink.faults = [{ kind: "answer", status, body: errorBody(status, name) }];
    expect((await mailer().send([mailWith({ id: "msg_1" })]))[0]).toMatchObject(result);
  });

  it("asks again later when the answer is a proxy's page, nothing, or never comes", async () => {
    const page = { kind: "answer", status: 502, body: "<html>Bad gateway</html>" } as const;
    sink.faults = [page, { kind: "answer", status: 200, body: "null" }, { kind: "answer", status: 500, body: "null" }];
    for (let round = 0; round < 3; round++) {
      expect(kinds(await mailer().send([mailWith({ id: "msg_1" })]))).toEqual(["retry"]);
    }
    sink.faults = [{ kind: "silence" }];
    expect(kinds(await mailer({ timeoutMs: 30 }).send([mailWith({ id: "msg_1" })]))).toEqual(["retry"]);
    await sink.close();
    expect(kinds(await mailer().send([mailWith({ id: "msg_1" })]))).toEqual(["retry"]);
  });
});

describe("Resend, by stored batch", () => {
  it("sends a hundred in one request, whatever the order in which they are loaded", async () => {
    const mails = mailsNamed(230);
    const results = await mailer().send(mails.toReversed(), { batchId: "clm_1" });
    expect(sink.requests.map((one) => [one.path, one.key, one.mails.length])).toEqual([
      ["/emails/batch", "batch/clm_1/0", 100],
      ["/emails/batch", "batch/clm_1/100", 100],
      ["/emails/batch", "batch/clm_1/200", 30],
    ]);
    expect(results[0]).toEqual({ kind: "accepted", providerId: "re_230" });
    expect(new Set(sink.mails.map((one) => one.to)).size).toBe(230);
  });

  it("refuses only the bad ones of a permissive batch", async () => {
    const mails = mailsNamed(10);
    for (const index of [0, 4, 9]) sink.refuse.add(mails[index]?.to ?? "");
    const results = await mailer().send(mails, { batchId: "clm_1" });
    expect(results.map((one) => one.kind === "refused")).toEqual(mails.map((_, index) => [0, 4, 9].includes(index)));
    const accepted = results.flatMap((one, index) =>
      one.kind === "accepted" ? [[one.providerId, mails[index]?.to]] : [],
    );
    expect(accepted).toEqual(sink.mails.map((one) => [one.id, one.to]));
  });

  it("falls back to single mails when one of them spoils the whole batch", async () => {
    const mails = mailsNamed(5);
    sink.refuse.add(mails[2]?.to ?? "");
    const spoiled = { kind: "answer", status: 422, body: errorBody(422, "validation_error") } as const;
    for (let round = 0; round < 2; round++) {
      sink.faults = [spoiled];
      const results = await mailer().send(mails, { batchId: "clm_1" });
      expect(kinds(results)).toEqual(["accepted", "accepted", "refused", "accepted", "accepted"]);
    }
    expect(sink.mails).toHaveLength(4);
  });

  it("gives no answer for mails when the provider's numbers do not add up", async () => {
    sink.faults = [{ kind: "answer", status: 200, body: { data: [{ id: "re_1" }] } }];
    expect(kinds(await mailer().send(mailsNamed(3), { batchId: "clm_1" }))).toEqual(["retry", "retry", "retry"]);
  });

  it("refuses instead of mailing twice when a stored batch comes back with other mails", async () => {
    await mailer().send(mailsNamed(3), { batchId: "clm_1" });
    const results = await mailer().send(mailsNamed(2), { batchId: "clm_1" });
    expect(results).toEqual(results.map(() => ({ kind: "refused", reason: "invalid_idempotent_request" })));
    expect(sink.mails).toHaveLength(3);
  });

  it("never mails a message twice, whatever breaks and however often it is tried again", async () => {
    const fault = fc.constantFrom(
      null,
      { kind: "drop", taken: true } as const,
      { kind: "drop", taken: false } as const,
      { kind: "answer", status: 500, body: errorBody(500, "internal_server_error") } as const,
      { kind: "answer", status: 503, body: "<html>" } as const,
    );
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { maxLength: 6 }), fc.boolean(), async (faults, batched) => {
        const mails = mailsNamed(3, `msg_${round++}`);
        sink.faults = [...faults];
        sink.mails.length = 0;
        const options = batched ? { batchId: `clm_${round}` } : {};
        let left = ["retry"];
        for (let tries = 0; tries < 10 && left.includes("retry"); tries++) {
          left = kinds(await mailer().send(mails, options));
        }
        expect(left).toEqual(["accepted", "accepted", "accepted"]);
        expect(sink.mails.map((one) => one.to).sort()).toEqual(mails.map((mail) => mail.to));
      }),
      { numRuns: 30 },
    );
  });
});

describe("the mailer's door", () => {
  it("opens to Resend and the outbox by configuration alone", async () => {
    const resend = mailerFor({ kind: "resend", apiKey: "re_key", baseUrl: sink.url });
    expect(kinds(await resend.send([mailWith({ id: "msg_1" })]))).toEqual(["accepted"]);
    const outbox = mailerFor({ kind: "outbox" });
    expect(await outbox.send([mailWith({ id: "msg_2" }), mailWith({ id: "msg_3", to: "nobody" })])).toEqual([
      { kind: "accepted", providerId: "outbox_msg_2" },
      { kind: "refused", reason: "invalid_recipient" },
    ]);
  });
});
