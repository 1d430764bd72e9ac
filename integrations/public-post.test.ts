import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { isPublicAddress, type PostRules, postPublic } from "./public-post.ts";

async function served<T>(listener: RequestListener, work: (port: number) => Promise<T>): Promise<T> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  try {
    return await work((server.address() as AddressInfo).port);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** A name server that answers each name with these addresses. */
const naming = (...addresses: string[]) =>
  ((_: string, __: unknown, answer: (error: null, found: { address: string; family: number }[]) => void) =>
    answer(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    )) as unknown as NonNullable<PostRules["resolve"]>;

const forbidden = [
  ...["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1"],
  ...["255.255.255.255", "198.18.0.1", "::1", "::", "fe80::1", "fc00::1", "fd12::1", "::ffff:127.0.0.1"],
  ...["::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1", "ff02::1"],
];

test.each(forbidden)("%s is no public address, neither typed in nor behind a name", async (address) => {
  expect(isPublicAddress(address)).toBe(false);
  const host = address.includes(":") ? `[${address}]` : address;
  const rules = { allowPrivate: false, resolve: naming(address) };
  const refused = { kind: "failed", reason: "private_address" };
  expect(await postPublic({ url: `http://${host}:9/`, body: "{}" }, rules)).toEqual(refused);
  expect(await postPublic({ url: "http://hooks.example/", body: "{}" }, rules)).toEqual(refused);
});

test.each(["http://2130706433/", "http://0x7f.1/", "http://0177.0.0.1/", "http://127.1/"])(
  "%s is this machine, however it is written",
  async (url) => {
    expect(await postPublic({ url, body: "{}" }, { allowPrivate: false })).toEqual({
      kind: "failed",
      reason: "private_address",
    });
  },
);

test("a name with a public and a private address is refused", async () => {
  const rules = { allowPrivate: false, resolve: naming("93.184.216.34", "127.0.0.1") };
  expect(await postPublic({ url: "https://hooks.example/", body: "{}" }, rules)).toMatchObject({
    reason: "private_address",
  });
});

test("public addresses pass", () => {
  expect(["93.184.216.34", "2606:4700::1111", "8.8.8.8"].every(isPublicAddress)).toBe(true);
});

test.each(["ftp://hooks.example/", "file:///etc/passwd", "https://user:secret@hooks.example/", "hooks", ""])(
  "%s is no address to post to",
  async (url) => {
    expect(await postPublic({ url, body: "{}" }, { allowPrivate: false })).toMatchObject({ reason: "no_web_address" });
  },
);

test("hands over body and headers, and tells the status and how long to wait", async () => {
  const seen: string[] = [];
  const outcome = await served(
    (request, response) => {
      request.on("data", (part) => seen.push(String(part), String(request.headers["webhook-id"])));
      request.on("end", () => response.writeHead(429, { "retry-after": "7" }).end("busy"));
    },
    (port) =>
      postPublic(
        { url: `http://127.0.0.1:${port}/hook`, body: '{"a":1}', headers: { "webhook-id": "evt_1" } },
        { allowPrivate: true },
      ),
  );
  expect(outcome).toEqual({ kind: "answered", status: 429, retryAfterSeconds: 7, answer: "busy" });
  expect(seen).toEqual(['{"a":1}', "evt_1"]);
});

test("a name that is public when it is asked for and private when it is called is called nowhere", async () => {
  let asked = 0;
  const rebinding: PostRules["resolve"] = ((...given: Parameters<ReturnType<typeof naming>>) => {
    asked += 1;
    return naming(asked === 1 ? "93.184.216.34" : "127.0.0.1")(...given);
  }) as unknown as PostRules["resolve"];
  let heard = 0;
  await served(
    (_, response) => {
      heard += 1;
      response.end();
    },
    async (port) => {
      const rules = { allowPrivate: false, resolve: rebinding, timeoutMs: 50 };
      const post = () => postPublic({ url: `http://rebind.example:${port}/`, body: "{}" }, rules);
      // The name is asked once for a post: what was checked is what is connected to.
      expect((await post()).kind).toBe("failed");
      expect(asked).toBe(1);
      expect(await post()).toEqual({ kind: "failed", reason: "private_address" });
    },
  );
  expect([asked, heard]).toEqual([2, 0]);
});

test("keeps the beginning of an answer as one line, however long and however slow the rest is", async () => {
  const outcome = await served(
    (_, response) => {
      response.writeHead(500);
      response.write(`no\n\u0007room${"!".repeat(10_000)}`);
    },
    (port) => postPublic({ url: `http://127.0.0.1:${port}/`, body: "" }, { allowPrivate: true }),
  );
  expect(outcome).toMatchObject({ kind: "answered", status: 500 });
  expect(outcome.kind === "answered" && outcome.answer).toMatch(/^no room!{480,493}$/);
});

test("never follows a redirect", async () => {
  let asked = 0;
  const outcome = await served(
    (_, response) => {
      asked += 1;
      response.writeHead(302, { location: "http://127.0.0.1/" }).end();
    },
    (port) => postPublic({ url: `http://127.0.0.1:${port}/`, body: "" }, { allowPrivate: true }),
  );
  expect([outcome, asked]).toEqual([{ kind: "failed", reason: "redirected" }, 1]);
});

test("gives up on an address that never answers, and on one where nobody listens", async () => {
  const silent = await served(
    () => undefined,
    (port) => postPublic({ url: `http://127.0.0.1:${port}/`, body: "" }, { allowPrivate: true, timeoutMs: 50 }),
  );
  expect(silent).toEqual({ kind: "failed", reason: "timeout" });
  const port = await served(
    () => undefined,
    async (free) => free,
  );
  const gone = await postPublic({ url: `http://127.0.0.1:${port}/`, body: "" }, { allowPrivate: true });
  expect(gone).toEqual({ kind: "failed", reason: "no_connection" });
});
