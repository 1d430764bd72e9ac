import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { TextLink } from "../ui/link.tsx";
import { Notice } from "../ui/notice.tsx";

/** The session ended elsewhere: what was typed stays, and so do verdicts that were not stored yet. */
export function SignedOutBanner({ kept, onRetry }: { kept: number; onRetry: () => void }) {
  return (
    <Notice tone="warn" role="alert">
      <p className="font-medium">You are signed out.</p>
      <p className="text-ink-soft">
        <TextLink href="/sign-in" target="_blank" rel="noopener">
          Sign in in a new tab
        </TextLink>
        , then come back: what you typed is still here
        {kept > 0 ? `, and ${kept === 1 ? "one verdict is" : `${kept} verdicts are`} stored then` : ""}.
      </p>
      <Button size="sm" className="mt-2" onClick={onRetry}>
        I have signed in
      </Button>
    </Notice>
  );
}

/** Verdicts that did not reach the server. */
export function UnsentBanner({ kept, onRetry }: { kept: number; onRetry: () => void }) {
  return (
    <Notice tone="warn" role="alert">
      <p className="font-medium">{kept === 1 ? "One verdict is" : `${kept} verdicts are`} not stored yet.</p>
      <p className="text-ink-soft">
        The server could not be reached. They are kept here and tried again by themselves.
      </p>
      <Button size="sm" className="mt-2" onClick={onRetry}>
        Try again now
      </Button>
    </Notice>
  );
}

export type Conflict = { message: string; kept: string | null };

/** Somebody else was first: who and when, and what became of one's own verdict and text. */
export function ConflictBanner({ conflict, onClose }: { conflict: Conflict; onClose: () => void }) {
  const { message, kept } = conflict;
  return (
    <Notice tone="warn" role="alert">
      <p className="font-medium">{message}</p>
      <p className="text-ink-soft">
        Your verdict was not stored. Below is the draft as it stands now.{kept ? " What you wrote:" : ""}
      </p>
      {kept ? (
        <blockquote className="mt-1 max-h-40 overflow-y-auto whitespace-pre-wrap break-words border-l-2 pl-2.5 text-ink-soft">
          {kept}
        </blockquote>
      ) : null}
      <div className="mt-2 flex flex-wrap gap-2">
        {kept ? <CopyButton text={kept} label="Copy what you wrote" /> : null}
        <Button size="sm" onClick={onClose}>
          Understood
        </Button>
      </div>
    </Notice>
  );
}
