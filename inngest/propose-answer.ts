import {
  type AskedOf,
  findProposal,
  isAnswered,
  loadAsked,
  newestMail,
  type Proposal,
  saveProposal,
  stopProposed,
} from "#db/answers.ts";
import { lockConversation } from "#db/inbox.ts";
import { refusedRecipients } from "#db/recipients.ts";
import { type Scope, withJobScope } from "#db/scope.ts";
import { type AnswerTry, needsPerson, type ProposalOutcome } from "#domain/answer.ts";
import { isAnswerable } from "#domain/answer-facts.ts";
import { answerSubject } from "#domain/answer-words.ts";
import type { Brief, Spent } from "#domain/draft.ts";
import { trustIn } from "#domain/inbound/authenticity.ts";
import type { LetterFlag } from "#domain/letter.ts";
import { type Attempt, writeInspected, writerFor } from "#integrations/writer.ts";
import { type AnswerGround, answerText, loadAnswerGround } from "./answer-ground.ts";
import type { Announcement } from "./events.ts";
import { loadTenantWriter, type TenantWriter, tokensUnderWay, withTenantWriter } from "./tenant-writer.ts";
import { letterDue, writeLetter } from "./write-letter.ts";

type Which = { tenantId: string; mailId: string };
type Begun = { asked: AskedOf; ground: AnswerGround; plan: TenantWriter };

/**
 * Has an answer to a mail written and puts it where a person looks at it, once however often it is called. What came of the
 * mail is kept, also when nothing is proposed. Returns what is to be announced.
 */
export async function proposeAnswer({ tenantId, mailId }: Which, now: Date): Promise<Announcement[]> {
  const underWay = tokensUnderWay(tenantId);
  const begun = await withJobScope(tenantId, (scope) => begin(scope, mailId, now));
  if (!begun) return [];
  const { ground, plan } = begun;
  const scripted = writerFor({ kind: "scripted" });
  const { model } = plan;
  const store = (attempts: Attempt[]) => withJobScope(tenantId, (scope) => keep(scope, { ...begun, attempts }, now));
  if (!model) {
    const { attempts } = await writeInspected(ground.brief, { writer: scripted, fallback: scripted, seed: mailId });
    return store(attempts);
  }
  return withTenantWriter(tenantId, { ...plan, model }, underWay, async (writer) => {
    const { attempts } = await writeInspected(ground.brief, { writer, fallback: scripted, seed: mailId });
    return store(attempts);
  });
}

async function begin(scope: Scope, mailId: string, now: Date): Promise<Begun | null> {
  if (await findProposal(scope, mailId)) return null;
  const asked = await loadAsked(scope, mailId);
  const refused = await refusalOf(scope, asked);
  if (refused) {
    const { conversationId, isAutomatic } = asked.mail;
    if (!isAutomatic && !supplantsNothing.includes(refused)) await stopProposed(scope, conversationId, "newer_mail");
    await saveProposal(scope, { mailId, conversationId, outcome: refused, at: now });
    return null;
  }
  return { asked, ground: await loadAnswerGround(scope, asked), plan: await loadTenantWriter(scope, now) };
}

/** After these what was proposed to an earlier mail stands: this one is no newer word of theirs. */
const supplantsNothing: ProposalOutcome[] = ["newer_mail", "not_authentic"];

/** Why no answer is proposed; null when one may be. */
async function refusalOf(scope: Scope, { mail, conversation, mailbox }: AskedOf): Promise<ProposalOutcome | null> {
  if (mail.erasedAt || !mail.fromAddress) return "erased";
  if (mail.isAutomatic) return "automatic";
  if (!trustIn(mail.authenticity).believed) return "not_authentic";
  if (!isAnswerable(mail.intent)) return "nothing_to_answer";
  if (!mailbox.proposesAnswers || mailbox.archivedAt) return "mailbox_declines";
  if ((await newestMail(scope, conversation.id)) !== mail.id) return "newer_mail";
  if (conversation.status === "closed" || (await isAnswered(scope, mail.id))) return "answered";
  return (await refusedRecipients(scope, [mail.fromAddress])).length > 0 ? "must_not_be_written_to" : null;
}

/** Stores the answer as a letter that the tenant's oversight judges. Asked again under the lock: much may have come meanwhile. */
async function keep(scope: Scope, { asked, ground, attempts }: Begun & { attempts: Attempt[] }, now: Date) {
  const { mail, mailbox } = asked;
  await lockConversation(scope, mail.conversationId);
  if (await findProposal(scope, mail.id)) return [];
  const fresh = await loadAsked(scope, mail.id);
  const refused = await refusalOf(scope, fresh);
  const kept = { mailId: mail.id, conversationId: mail.conversationId, ...spentOn(attempts), at: now };
  const tries = attempts.map(tryOf);
  const last = attempts.at(-1)?.written;
  if (refused || !last || !fresh.mail.fromAddress) {
    await saveProposal(scope, { ...kept, outcome: refused ?? "erased" });
    return [];
  }
  await stopProposed(scope, mail.conversationId, "newer_mail");
  const findings = attempts.at(-1)?.findings ?? [];
  const noticed: LetterFlag[] = [
    "by_writer",
    ...(mustBeSeen(ground.brief, findings.length, mail) ? ["needs_person" as const] : []),
  ];
  const given = {
    ...{ from: null, to: [fresh.mail.fromAddress], cc: [], bcc: [], replyTo: mailbox.address },
    ...{ subject: answerSubject(mail.subject), files: [], tags: [], sendAt: null, noticed },
    words: { format: "text" as const, body: answerText(last.words.paragraphs, ground, mailbox.signature) },
    answers: { conversationId: mail.conversationId, mailId: mail.id },
    written: last.writer === "language_model" ? ("ai" as const) : ("rules" as const),
  };
  const letter = await writeLetter(scope, { given, maker: { kind: "writer", id: "writer" }, once: mail.id }, now);
  await saveProposal(scope, { ...kept, outcome: "proposed", letterId: letter.id, brief: ground.brief, tries });
  return letterDue(scope.tenantId, letter);
}

const mustBeSeen = (brief: Brief, findings: number, { authenticity }: AskedOf["mail"]) =>
  needsPerson(brief) || findings > 0 || !trustIn(authenticity).answeredAlone;

function tryOf({ written, findings, fallbackReason }: Attempt): AnswerTry {
  const { words, writer = null, model = null, promptVersion = null } = written ?? {};
  return { paragraphs: words?.paragraphs ?? null, findings, writer, model, promptVersion, fallbackReason };
}

type Tokens = Pick<Proposal, "inputTokens" | "cachedInputTokens" | "outputTokens" | "costMicros" | "costCurrency">;

/** What all tries together took; the scripted writer takes nothing. */
function spentOn(attempts: Attempt[]): Tokens {
  const spent: Spent[] = attempts.flatMap(({ written, spent: lost }) => written ?? lost ?? []);
  const sum = (of: (one: Spent) => number) => spent.reduce((all, one) => all + of(one), 0);
  return {
    inputTokens: sum((one) => one.inputTokens),
    cachedInputTokens: sum((one) => one.cachedInputTokens),
    outputTokens: sum((one) => one.outputTokens),
    costMicros: sum((one) => one.costMicros),
    costCurrency: spent.find((one) => one.currency !== null)?.currency ?? null,
  };
}
