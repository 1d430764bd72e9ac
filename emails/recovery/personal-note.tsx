import { Link, Text } from "react-email";
import { Paragraphs, Postscript } from "../parts/frame.tsx";
import { textStyle } from "../parts/look.ts";
import { NoteLines } from "../parts/note-lines.tsx";
import { RecoveryFrame } from "../parts/recovery-frame.tsx";
import type { RecoveryProps } from "../recovery-message.ts";

/** A letter from a person: no logo, no card, no button. The link is a link and the name stands below. */
export function PersonalNote(props: RecoveryProps) {
  return (
    <RecoveryFrame props={props} kind="letter">
      {(look) => {
        const plain = textStyle(look, [16, 26], look.ink);
        return (
          <>
            <h1 className="ink" style={{ ...plain, fontWeight: 600 }}>
              {props.heading}
            </h1>
            <Paragraphs look={look} texts={props.paragraphs} />
            <NoteLines look={look} props={props} />
            <Text style={{ ...plain, paddingTop: "16px" }}>
              <Link
                href={props.button.url}
                className="accent"
                style={{ color: look.brand.accentText, textDecoration: "underline" }}
              >
                {props.button.label}
              </Link>
            </Text>
            <Text className="ink" style={{ ...plain, paddingTop: "24px" }}>
              {props.brand.sender}
            </Text>
            <Text className="soft" style={textStyle(look, [16, 26], look.soft)}>
              {props.brand.name}
            </Text>
            <Postscript look={look} text={props.postscript} />
          </>
        );
      }}
    </RecoveryFrame>
  );
}
