import { answerMcp } from "./answer-mcp.ts";

export const GET = answerMcp;
export const POST = answerMcp;
export const DELETE = answerMcp;
