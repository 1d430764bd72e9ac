import http from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askLinks } from "./ask-links.ts";

let port = 0;
const called: string[] = [];
const server = http.createServer((request, response) => {
  called.push(`${request.method} ${request.url}`);
  const [, status = "200"] = /\/(\d{3})/.exec(request.url ?? "") ?? [];
  const shy = request.url?.includes("shy") && request.method === "HEAD";
  response.writeHead(shy ? 405 : Number(status), { location: "https://example.com/", "content-type": "text/html" });
  response.end(request.method === "HEAD" ? undefined : "x");
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  port = typeof address === "object" && address ? address.port : 0;
});
afterAll(() => void server.close());

const at = (path: string) => `http://127.0.0.1:${port}${path}`;

test.each([
  ["/200", "alive"],
  ["/shy", "alive"],
  ["/403", "alive"],
  ["/404", "dead"],
  ["/410", "dead"],
  ["/503", "silent"],
  ["/301", "redirects"],
])("%s is %s", async (path, state) => {
  expect((await askLinks([at(path)], { allowPrivate: true })).map((one) => one.state)).toEqual([state]);
});

test("does not call addresses of our own network", async () => {
  called.length = 0;
  const links = [at("/200"), "http://169.254.169.254/latest/meta-data", "http://[::1]:1/"];
  const answers = await askLinks(links, { allowPrivate: false });
  expect(answers.map((one) => one.state)).toEqual(["private", "private", "private"]);
  expect(called).toEqual([]);
});

test("asks once for what stands twice, and answers in the order asked", async () => {
  called.length = 0;
  const answers = await askLinks([at("/404"), at("/200"), at("/404")], { allowPrivate: true });
  expect(answers.map((one) => one.status)).toEqual([404, 200]);
  expect(called.filter((one) => one === "HEAD /404")).toHaveLength(1);
});
