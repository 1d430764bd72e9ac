import { Img, Link } from "react-email";
import type { RecoveryLine } from "../recovery-message.ts";
import { type Look, rounded, textStyle } from "./look.ts";

/** A product's picture in a square that stays its size when the picture cannot be had, or its first letter. */
export function Picture({ look, line, size }: { look: Look; line: RecoveryLine; size: number }) {
  const side = `${size}px`;
  const square = { borderRadius: rounded(look, size > 100 ? 12 : 8), display: "block", width: side, height: side };
  if (!line.imageUrl) {
    const letter = Math.round(size / 3);
    return (
      <div
        className="blank faint"
        aria-hidden
        style={{
          ...textStyle(look, [letter, size], look.faint),
          ...square,
          fontFamily: look.serif,
          backgroundColor: look.page,
          textAlign: "center",
        }}
      >
        {line.initial}
      </div>
    );
  }
  const picture = (
    <Img
      className="blank faint"
      src={line.imageUrl}
      alt={line.title}
      width={size}
      height={size}
      style={{
        ...textStyle(look, size > 100 ? [15, 22] : [11, 14], look.faint),
        ...square,
        objectFit: "cover",
        backgroundColor: look.page,
        overflow: "hidden",
      }}
    />
  );
  return line.url ? <Link href={line.url}>{picture}</Link> : picture;
}

/** A product's name, leading where the picture leads. */
export function LineTitle({ look, line }: { look: Look; line: RecoveryLine }) {
  if (!line.url) return line.title;
  return (
    <Link href={line.url} className="ink" style={{ color: look.ink }}>
      {line.title}
    </Link>
  );
}
