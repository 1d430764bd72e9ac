import { expect, test } from "vitest";
import { includesRole, mayHoldTogether, mayManage, mayReadSignInMail } from "./member.ts";

test("a role includes every lower one", () => {
  expect(includesRole("owner", "viewer")).toBe(true);
  expect(includesRole("marketer", "admin")).toBe(false);
});

test("no key both sends and oversees what is sent", () => {
  expect(mayHoldTogether(["read", "send", "admin"])).toBe(true);
  expect(mayHoldTogether(["read", "oversight"])).toBe(true);
  expect(mayHoldTogether(["oversight", "send"])).toBe(false);
});

test("admins decide about everybody but owners, marketers about nobody", () => {
  expect(mayManage("admin", { held: "viewer", given: "admin" })).toBe(true);
  expect(mayManage("admin", { held: "owner" })).toBe(false);
  expect(mayManage("admin", { held: "viewer", given: "owner" })).toBe(false);
  expect(mayManage("owner", { held: "owner", given: "viewer" })).toBe(true);
  expect(mayManage("marketer", { given: "viewer" })).toBe(false);
});

test("a mail that signs somebody in is for its addressee; owners may hand an invitation on", () => {
  const owner = { role: "owner", email: "owner@one.example" } as const;
  const mail = { kind: "magic_link", to: "ida@one.example" };
  expect(mayReadSignInMail({ role: "viewer", email: "ida@one.example" }, mail)).toBe(true);
  expect(mayReadSignInMail(owner, mail)).toBe(false);
  expect(mayReadSignInMail(owner, { ...mail, kind: "invitation" })).toBe(true);
  expect(mayReadSignInMail({ ...owner, role: "admin" }, { ...mail, kind: "invitation" })).toBe(false);
});
