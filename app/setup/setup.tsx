"use client";

import { useState } from "react";
import { writeJson } from "#app/requests.ts";
import { openSession } from "#app/session-requests.ts";
import { useWrite } from "#app/write.ts";
import { SetupForm, type SetupValues } from "#components/member/setup-form.tsx";
import type { Complaint } from "#components/ui/complaint.ts";

export function Setup() {
  const [entering, setEntering] = useState(false);
  const setup = useWrite({
    send: async (values: SetupValues) => {
      await writeJson("POST", "/api/setup", values);
      setEntering(true);
      const { email, password } = values.owner;
      await openSession("password", { email, password });
      window.location.assign("/settings/shops");
    },
  });
  return <SetupForm busy={setup.busy || entering} complaint={shortField(setup.complaint)} onSubmit={setup.write} />;
}

/** "owner.email" in the API is "email" in the form, where no name comes twice. */
function shortField(complaint: Complaint | null): Complaint | null {
  if (!complaint?.field) return complaint;
  const field = complaint.field === "owner.name" ? "ownerName" : (complaint.field.split(".").at(-1) ?? null);
  return { ...complaint, field };
}
