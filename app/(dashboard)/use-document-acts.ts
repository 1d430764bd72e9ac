"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { messageOf, writeJson } from "#app/requests.ts";

type Edited = {
  /** Under which it stands, as a page, as a resource and in the cache. */
  place: "sequences" | "templates";
  id: string;
  name: string;
  saveNow: () => Promise<boolean>;
  /** What is told of a version that was published. */
  published: (number: number) => string;
  /** What a copy is made of. */
  copied: () => Promise<Record<string, unknown>>;
};

export const tellFault = (error: unknown) => toast.error("This was not done", { description: messageOf(error) });

/** What can be done with anything that has drafts and versions. */
export function useDocumentActs({ place, id, name, saveNow, published, copied }: Edited) {
  const client = useQueryClient();
  const router = useRouter();
  const path = `/api/${place}/${id}`;
  const refresh = () => client.invalidateQueries({ queryKey: [place, id] });
  const publish = useMutation({
    mutationFn: async () => {
      if (!(await saveNow())) throw new Error("not saved");
      return writeJson<{ number: number }>("POST", `${path}/publication`, {});
    },
    onSuccess: async ({ number }) => {
      await refresh();
      toast.success(published(number));
    },
    onError: tellFault,
  });
  const duplicate = useMutation({
    mutationFn: async () =>
      writeJson<{ id: string }>("POST", `/api/${place}`, { name: `${name} (copy)`.slice(0, 80), ...(await copied()) }),
    onSuccess: (copy) => router.push(`/${place}/${copy.id}`),
    onError: tellFault,
  });
  const archive = useMutation({
    mutationFn: () => writeJson("POST", `${path}/archive`, {}),
    onSuccess: () => {
      toast.success("Put away");
      router.push(`/${place}`);
    },
    onError: tellFault,
  });
  return { publish, duplicate, archive, refresh };
}
