"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { messageOf, readJson, writeJson } from "#app/requests.ts";
import { MoveNotice } from "#components/sequence/move-notice.tsx";
import type { MoveView } from "#domain/sequence/migration.ts";

type Answer = { move: MoveView | null };

/** Asked when the versions are looked at; nobody is moved before somebody says so. */
export function RunMover({ sequenceId, mayMove }: { sequenceId: string; mayMove: boolean }) {
  const client = useQueryClient();
  const path = `/api/sequences/${sequenceId}/migration`;
  const queryKey = ["sequences", sequenceId, "migration"];
  const asked = useQuery({ queryKey, queryFn: ({ signal }) => readJson<Answer>(path, signal) });
  const moving = useMutation({
    mutationFn: () => writeJson<Answer>("POST", path),
    onSuccess: ({ move }) => toast.success(`${move?.movable ?? 0} go on with version ${move?.number}`),
    onError: (error) => toast.error("Nobody was moved", { description: messageOf(error) }),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
  const move = asked.data?.move;
  if (!move) return null;
  return <MoveNotice move={move} busy={moving.isPending} onMove={mayMove ? () => moving.mutate() : null} />;
}
