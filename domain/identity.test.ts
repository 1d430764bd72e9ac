import { expect, test } from "vitest";
import { statementIn } from "./identity.ts";

const jws = "eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJ4In0.c2lnbmF0dXJl-_A";

test.each([
  ["by itself", jws],
  ["with its name", `X-Comeback-Identity: ${jws}`],
  ["folded by a mail program", `x-comeback-identity: ${jws.slice(0, 20)}\r\n\t${jws.slice(20)}`],
  ["among other headers", `Subject: Hello\r\nX-Comeback-Identity:\r\n ${jws}`],
])("finds the statement %s", (_, pasted) => {
  expect(statementIn(pasted)).toBe(jws);
});

test.each(["", "hello", "a.b", "X-Comeback-Identity:"])("finds none in %j", (pasted) => {
  expect(statementIn(pasted)).toBeNull();
});
