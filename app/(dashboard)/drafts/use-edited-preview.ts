"use client";

import { useEffect, useState } from "react";
import { writeJson } from "#app/requests.ts";
import type { Words } from "#domain/draft.ts";
import type { PreviewAnswer } from "./queries.ts";

const pauseMs = 400;

/** The preview of words that are being written, drawn when the writer pauses. The last good one stays until then. */
export function useEditedPreview(draftId: string, words: Words): PreviewAnswer | undefined {
  const [preview, setPreview] = useState<PreviewAnswer>();
  useEffect(() => {
    let current = true;
    const draw = async () => {
      const path = `/api/drafts/${draftId}/preview`;
      const drawn = await writeJson<PreviewAnswer>("POST", path, { words }).catch(() => null);
      if (current && drawn) setPreview(drawn);
    };
    const timer = setTimeout(() => void draw(), pauseMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [draftId, words]);
  return preview;
}
