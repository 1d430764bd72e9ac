"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { messageOf, writeJson } from "#app/requests.ts";
import type { SetupView } from "#domain/experiment-view.ts";
import { useLeaveGuard } from "../use-leave-guard.ts";

/** What is being set up, whether it is saved, and the acts of saving and starting it. `id` is null before the first save. */
export function useSetup(first: SetupView, id: string | null) {
  const [setup, setSetup] = useState(first);
  const [saved, setSaved] = useState(id === null ? null : first);
  const router = useRouter();
  const client = useQueryClient();
  const dirty = saved === null || JSON.stringify(saved) !== JSON.stringify(setup);
  useLeaveGuard(dirty);
  const store = async () => {
    const { sequenceId: _, ...change } = setup;
    if (id !== null) await writeJson("PATCH", `/api/experiments/${id}`, change);
    const stored = id ?? (await writeJson<{ id: string }>("POST", "/api/experiments", setup)).id;
    setSaved(setup);
    return stored;
  };
  const done = async (stored: string) => {
    await client.invalidateQueries({ queryKey: ["experiments"] });
    if (id === null) router.replace(`/experiments/${stored}`);
    else router.refresh();
  };
  const save = useMutation({
    mutationFn: store,
    onSuccess: async (stored) => {
      toast.success("Saved as a draft");
      await done(stored);
    },
    onError: (error) => toast.error("It was not saved", { description: messageOf(error) }),
  });
  const start = useMutation({
    mutationFn: async () => {
      const stored = dirty || id === null ? await store() : id;
      await writeJson("POST", `/api/experiments/${stored}/acts`, { kind: "started" });
      return stored;
    },
    onSuccess: async (stored) => {
      const stop = () =>
        writeJson("POST", `/api/experiments/${stored}/acts`, { kind: "stopped", reason: "Started by mistake" })
          .then(() => done(stored))
          .catch((error: unknown) => void toast.error("It was not stopped", { description: messageOf(error) }));
      toast.success("Started", {
        description: "New contacts are assigned.",
        action: { label: "Stop it", onClick: () => void stop() },
      });
      await done(stored);
    },
    onError: (error) => toast.error("It was not started", { description: messageOf(error) }),
  });
  return { setup, setSetup, dirty, save, start };
}
