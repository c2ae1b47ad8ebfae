export { chooseProgramme, useChosenProgramme } from './chosen-programme.js';
export { ask, houseFetch, http, newIdempotencyKey, onSignedOut, type Answer, type CallOptions, type Query } from './client.js';
export { languageTag, storedLanguage, storeLanguage, type Language } from './language.js';
export { Problem, Unreachable, type FieldProblem } from './problem.js';
export { queryClient } from './query-client.js';
export { serverNow } from './server-clock.js';
export { holdsOneOf, sessionQuery, signIn, signOut, useSession, type Account, type HeldRole, type Role, type Session } from './session.js';
export { uploadFile, type UploadOptions } from './upload.js';
export { useCommand, type CommandOptions } from './use-command.js';
