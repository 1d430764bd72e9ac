import { once } from "node:events";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { freePort } from "../postgres/free-port.ts";
import { checkPort } from "./check-port.ts";

test("refuses a taken port and names another", async () => {
  const port = await freePort();
  const server = createServer().listen(port, "127.0.0.1");
  await once(server, "listening");
  await expect(checkPort("PORT", port, "127.0.0.1")).rejects.toThrow(`Port ${port} is taken: stop the program`);
  await new Promise((resolve) => server.close(resolve));
  await checkPort("PORT", port, "127.0.0.1");
});

test("refuses an address that is not of this machine", async () => {
  await expect(checkPort("PORT", await freePort(), "203.0.113.1")).rejects.toThrow("HOST is 203.0.113.1");
});
