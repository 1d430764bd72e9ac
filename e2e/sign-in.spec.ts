import { expect, test } from "./fixtures/app.ts";

test("what is typed before the page listens signs in, and no password comes into the address", async ({
  page,
  app,
}) => {
  const awaited = Promise.withResolvers<void>();
  await page.route("**/*.js", async (route) => {
    await awaited.promise;
    await route.continue();
  });
  await page.goto("/sign-in", { waitUntil: "commit" });
  await page.getByLabel("Email").fill(app.demo.email);
  await page.getByLabel("Password").fill(app.demo.password);
  await page.getByLabel("Password").press("Enter");
  const signIn = page.getByRole("button", { name: "Sign in" });
  await expect(signIn).toBeDisabled();
  awaited.resolve();
  await expect(signIn).toBeEnabled();
  expect(new URL(page.url()).search).toBe("");
  await signIn.click();
  await page.waitForURL("**/overview");
});
