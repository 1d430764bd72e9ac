import { Check, Pencil, X } from "lucide-react";
import { Button } from "../ui/button.tsx";
import { Kbd } from "../ui/kbd.tsx";

/** `approve` is null for whoever typed the words: another person has to. */
export type VerdictActions = { approve: (() => void) | null; edit: () => void; reject: () => void };

/** What a reviewer can do with the draft in front of them. On a phone it stays at the lower edge. */
export function VerdictBar({ approve, edit, reject, approveText }: VerdictActions & { approveText: string }) {
  return (
    <div className="fixed inset-x-0 bottom-0 z-20 flex gap-2 border-t bg-surface px-4 py-2.5 pb-[max(0.625rem,env(safe-area-inset-bottom))] max-lg:[&>*]:flex-1 lg:static lg:z-auto lg:border-0 lg:bg-transparent lg:p-0">
      {approve ? (
        <Button variant="primary" onClick={approve} aria-keyshortcuts="a">
          <Check aria-hidden />
          {approveText}
          <Key letter="a" />
        </Button>
      ) : (
        <p className="self-center text-ink-soft text-sm">You wrote these words: somebody else must approve them.</p>
      )}
      <Button onClick={edit} aria-keyshortcuts="e">
        <Pencil aria-hidden />
        Edit
        <Key letter="e" />
      </Button>
      <Button onClick={reject} aria-keyshortcuts="r">
        <X aria-hidden />
        Reject
        <Key letter="r" />
      </Button>
    </div>
  );
}

export const Key = ({ letter }: { letter: string }) => (
  <span aria-hidden className="hidden opacity-80 lg:inline-flex">
    <Kbd>{letter}</Kbd>
  </span>
);
