import { Link, Section, Text } from "react-email";
import type { RecoveryProps } from "../recovery-message.ts";
import { labelsOf } from "./labels.ts";
import { type Look, ruled, textStyle } from "./look.ts";

/** What keeps people from ordering, answered from the shop's own policies; nothing is answered that it has not said. */
export function Answers({ look, props }: { look: Look; props: RecoveryProps }) {
  const labels = labelsOf[props.language];
  const { delivery, returns, contact } = props.answers;
  return (
    <Section style={{ paddingTop: "28px" }}>
      {delivery && <Answer look={look} question={labels.delivery} answer={delivery} />}
      {returns && <Answer look={look} question={labels.returns} answer={returns} />}
      {contact && <Answer look={look} question={labels.questions} answer={contact.sentence} url={contact.url} />}
    </Section>
  );
}

type AnswerProps = { look: Look; question: string; answer: string; url?: string };

function Answer({ look, question, answer, url }: AnswerProps) {
  const style = textStyle(look, [16, 25], look.soft);
  return (
    <Section className="rule" style={{ ...ruled(look), padding: "18px 0 20px" }}>
      <Text className="accent" style={{ ...textStyle(look, [19, 27], look.brand.accentText), fontFamily: look.serif }}>
        {question}
      </Text>
      <Text className="soft" dir="auto" style={{ ...style, paddingTop: "4px" }}>
        {url ? (
          <Link href={url} className="soft" style={{ ...style, textDecoration: "none" }}>
            {answer}
          </Link>
        ) : (
          answer
        )}
      </Text>
    </Section>
  );
}
