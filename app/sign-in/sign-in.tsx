"use client";

import { RequestError, writeJson } from "#app/requests.ts";
import { openSession } from "#app/session-requests.ts";
import { SignInForm } from "#components/member/sign-in-form.tsx";

export function SignIn() {
  return (
    <SignInForm
      onPassword={async (email, password) => {
        const outcome = await openSession("password", { email, password });
        if (!outcome.ok) return outcome.reason;
        window.location.assign("/overview");
        return "ok";
      }}
      onLink={async (email) => {
        try {
          await writeJson("POST", "/api/sign-in-links", { email });
          return "ok";
        } catch (error) {
          return error instanceof RequestError && error.code === "limited" ? "limited" : "fault";
        }
      }}
    />
  );
}
