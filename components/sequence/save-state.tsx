import { Check, CloudOff, Loader } from "lucide-react";
import { Time } from "../ui/time.tsx";

export type SaveStateProps = {
  kind: "saved" | "unsaved" | "saving" | "failed" | "conflict";
  at: string | null;
  zone: string;
};

/** Whether what is seen is kept. */
export function SaveState({ kind, at, zone }: SaveStateProps) {
  const style = "flex items-center gap-1 font-normal text-ink-faint text-xs [&_svg]:size-3.5";
  return (
    <span role="status" className={style}>
      {kind === "saved" ? (
        <>
          <Check aria-hidden />
          {at ? (
            <>
              Saved <Time at={at} zone={zone} format="time" />
            </>
          ) : (
            "Saved"
          )}
        </>
      ) : kind === "failed" || kind === "conflict" ? (
        <span className="flex items-center gap-1 text-bad">
          <CloudOff aria-hidden />
          {kind === "failed" ? "Not saved, trying again" : "Not saved: somebody else changed it"}
        </span>
      ) : (
        <>
          <Loader aria-hidden className="animate-pulse-soft" />
          {kind === "saving" ? "Saving" : "Changed"}
        </>
      )}
    </span>
  );
}
