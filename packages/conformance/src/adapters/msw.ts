export { type AnswerFor, type AnyMocks, createAnswers } from "./create-answers.ts";
export { createHandlers, type HandlerOptions } from "./create-handlers.ts";
