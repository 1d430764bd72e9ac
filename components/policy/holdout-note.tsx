import { Notice } from "../ui/notice.tsx";

export type HoldoutShare = { sequence: string; percent: number };

/** Who is sent nothing on purpose, so that the worth of sending can be shown. */
export function HoldoutNote({ shares }: { shares: HoldoutShare[] }) {
  if (shares.length === 0)
    return <Notice>No sequence holds anybody back, so incremental revenue cannot be shown.</Notice>;
  return (
    <Notice>
      {shares.map(({ sequence, percent }) => (
        <p key={sequence}>
          “{sequence}” holds back <strong className="tabular font-semibold text-ink">{percent}%</strong> of contacts.
        </p>
      ))}
      <p className="mt-0.5">
        They are sent nothing, always the same ones: the difference to them is what sending is worth.
      </p>
    </Notice>
  );
}
